import { describe, expect, test } from 'vitest';
import { everything, type ReadyAnswer, ReadyAnswers } from '../../api/cache/ready-answers.ts';

const made = (touched: readonly string[], expiresAt = Number.POSITIVE_INFINITY): ReadyAnswer => ({
  body: Buffer.from('x'),
  headers: {},
  etag: '"x"',
  touched: new Set(touched),
  expiresAt,
});

describe('answers kept in memory', () => {
  test.each([
    ['its own collection', ['budget'], 'budget', true],
    ['another collection', ['budget'], 'plan', false],
    ['everything', ['budget'], everything, true],
    ['any collection, when it depends on everything', [everything], 'budget', true],
    ['a collection, when it depends on nothing', [], 'budget', false],
    ['everything, when it depends on nothing', [], everything, true],
  ])('a change of %s', (_, touched, changed, isDropped) => {
    const answers = new ReadyAnswers(10_000);
    answers.put('kept', made(touched), answers.mark());
    answers.purge(changed);
    expect(answers.get('kept', 0) === undefined).toBe(isDropped);

    // The same change while the answer was being made: it must not be kept afterwards either.
    const mark = answers.mark();
    answers.purge(changed);
    answers.put('late', made(touched), mark);
    expect(answers.get('late', 0) === undefined).toBe(isDropped);
  });

  test('a change before the reading began does not matter', () => {
    const answers = new ReadyAnswers(10_000);
    answers.purge('budget');
    answers.put('x', made(['budget', everything]), answers.mark());
    expect(answers.get('x', 0)).toBeDefined();
  });

  test('an answer ends at its instant', () => {
    const answers = new ReadyAnswers(10_000);
    answers.put('x', made([], 100), answers.mark());
    expect(answers.get('x', 99)).toBeDefined();
    expect(answers.get('x', 100)).toBeUndefined();
    expect(answers.size).toBe(0);
  });

  test('who cannot hear of changes keeps nothing, and forgets what he had', () => {
    const answers = new ReadyAnswers(10_000);
    const mark = answers.mark();
    answers.put('before', made([]), mark);
    answers.deafen();
    answers.put('meanwhile', made([]), answers.mark());
    expect(answers.size).toBe(0);
    answers.hear();
    answers.put('begun before', made([]), mark);
    answers.put('after', made([]), answers.mark());
    expect([answers.get('begun before', 0), answers.get('after', 0)]).toEqual([undefined, expect.anything()]);
  });

  test('no more is kept than there is room for', () => {
    const answers = new ReadyAnswers(10_000);
    for (let count = 0; count < 100; count += 1) answers.put(`answer ${count}`, made([]), answers.mark());
    expect(answers.size).toBeLessThan(20);
    expect(answers.get('answer 99', 0)).toBeDefined();
  });
});
