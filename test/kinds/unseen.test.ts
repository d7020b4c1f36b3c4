import { describe, expect, test } from 'vitest';
import { kindNamed } from '../../api/disclosures/registry.ts';
import { sourceOf } from '../support/grids.ts';

const told = (findings: readonly { readonly rule: string }[]) =>
  findings.filter(({ rule }) => rule === 'invisible-character');

describe('characters that are not seen are told, with their codes and place', () => {
  test('in running text', () => {
    const reading = kindNamed('regulatory-document')?.reading;
    if (reading?.of !== 'text') throw new TypeError('documents are texts');
    const read = (text: string) => told(reading.read({ name: 'x.txt', text }).findings);
    expect(read('关于做好工作的通知\n\n方便群众出行。')).toEqual([]);
    expect(read('关于做好工作的通知\n\n方便\u202e群众\u200b出行。')).toMatchObject([
      { severity: 'WARNING', row: 3, message: { zh: expect.stringContaining('U+202E、U+200B') } },
    ]);
  });

  test.each(['budget', 'emergency-event', 'emergency-plan', 'enrollment-plan', 'livelihood-project'])(
    'in tables: %s',
    async (name) => {
      const reading = kindNamed(name)?.reading;
      if (reading?.of !== 'tables') throw new TypeError('it reads tables');
      const read = async (cell: string) =>
        told(
          (
            await reading.read(
              sourceOf(
                {
                  表: [
                    ['名称', '数'],
                    [cell, 1],
                  ],
                },
                {},
              ),
            )
          ).findings,
        );
      expect(await read('甲路改造')).toEqual([]);
      expect(await read('甲路\u200f改造')).toMatchObject([{ severity: 'WARNING', sheet: '表', row: 2 }]);
    },
  );
});
