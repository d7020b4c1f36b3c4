import { expect, test } from 'vitest';
import { actionLabel } from '../../api/desk/audit-words.ts';
import { read, sources } from '../support/source.ts';

test('whatever the audit records has a name in both languages', () => {
  const code = sources('api/**/*.ts').map(read).join('\n');
  const actions = new Set([...code.matchAll(/\baction: '([A-Z_]+)'/g)].map(([, action]) => action ?? ''));
  expect(actions.size).toBeGreaterThan(10);
  for (const action of [...actions, 'STAGE_AND_PUBLISH', 'STAGE', 'CREATE_TOKEN'])
    expect([action, actionLabel(action)]).toEqual([action, { zh: expect.any(String), en: expect.any(String) }]);
});
