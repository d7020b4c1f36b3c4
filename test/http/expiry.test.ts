import { expect, test } from 'vitest';
import { holdsUntil } from '../../api/graphql/moment.ts';
import { newContext } from '../../api/http/platform.ts';
import { expiryOf, immutable, momentary, revalidated } from '../../api/http/representation.ts';
import { represent } from '../../api/http/straight-road.ts';
import { openMemory } from '../support/databases.ts';
import { openServer } from '../support/server.ts';

const now = new Date('2021-07-28T07:00:00Z');
const midnight = Date.parse('2021-07-28T16:00:00Z');

test('an answer ends at midnight in Asia/Shanghai, or at its own instant before it', () => {
  expect(expiryOf(now, undefined)).toBe(midnight);
  expect(expiryOf(now, Number.POSITIVE_INFINITY)).toBe(midnight);
  expect(expiryOf(now, now.getTime() + 1000)).toBe(now.getTime() + 1000);
});

test('what tells of this very minute is asked for again each time, and ends at the earliest change known', async () => {
  const server = await openServer(await openMemory());
  const context = newContext(server.platform, 'https://gk.example');
  context.clocks.live = true;
  expect(represent('{}', 'application/json', context)).toMatchObject({ cacheControl: revalidated, until: undefined });
  holdsUntil(context, null);
  expect(represent('{}', 'application/json', context)).toMatchObject({ cacheControl: momentary });
  holdsUntil(context, new Date(now.getTime() + 2000));
  holdsUntil(context, new Date(now.getTime() + 9000));
  expect(represent('{}', 'application/json', context).until).toBe(now.getTime() + 2000);
  const pinned = newContext(server.platform, 'https://gk.example');
  pinned.clocks.pinned = true;
  expect(represent('{}', 'application/json', pinned).cacheControl).toBe(immutable);
  await server.close();
});
