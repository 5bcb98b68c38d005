import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countGrid, perHundred, type CountedRow } from './count-grid.ts';
import { criteriaKey } from './criteria-key.ts';
import { DEFAULT_CRITERIA } from './default-criteria.ts';

const row = (upn: string, more: Partial<CountedRow> = {}): CountedRow => ({
  upn,
  categories: ['A'],
  keyWorker: null,
  done: null,
  signedOffOn: null,
  ...more,
});

describe('the counts of a grid', () => {
  it('have each pupil once: with a key worker, without, or signed off', () => {
    const counts = countGrid([
      row('1', { keyWorker: 'Ms Reed', done: 'Met' }),
      row('2', { categories: ['A', 'B'] }),
      row('3', { signedOffOn: '2025-11-01', keyWorker: 'Ms Reed' }),
    ]);
    expect(counts).toEqual({
      pupils: 3,
      withKeyWorker: 1,
      withoutKeyWorker: 1,
      signedOff: 1,
      again: 0,
      nothingDone: 2,
      byCategory: [
        { letter: 'A', pupils: 3 },
        { letter: 'B', pupils: 1 },
      ],
    });
  });

  it('count a pupil who was signed off and came back as on the register, and as one who came again', () => {
    const back = [row('1', { signedOffOn: '2025-10-01' }), row('1', { keyWorker: 'Mr Hall' })];
    expect(countGrid(back)).toMatchObject({ pupils: 1, withKeyWorker: 1, signedOff: 0, again: 1 });
  });

  it('add up to the pupils, whatever the rows are', () => {
    const any = fc.record({
      upn: fc.constantFrom('1', '2', '3', '4'),
      categories: fc.subarray(['A', 'B', 'C']),
      keyWorker: fc.constantFrom(null, 'Ms Reed'),
      done: fc.constantFrom(null, 'Met'),
      signedOffOn: fc.constantFrom(null, '2025-11-01'),
    });
    fc.assert(
      fc.property(fc.array(any), (rows) => {
        const { pupils, withKeyWorker, withoutKeyWorker, signedOff } = countGrid(rows);
        expect(pupils).toBe(new Set(rows.map(({ upn }) => upn)).size);
        expect(withKeyWorker + withoutKeyWorker + signedOff).toBe(pupils);
        expect(withoutKeyWorker).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it.each([
    [3, 7, 42.9],
    [0, 7, 0],
    [2, 0, undefined],
  ])('%i of %i are %s in each 100', (pupils, onRoll, rate) => {
    expect(perHundred(pupils, onRoll)).toBe(rate);
  });
});

describe('criteria', () => {
  it('are the same however they are ordered and whatever they are called inside', () => {
    const turned = {
      categories: DEFAULT_CRITERIA.categories.toReversed(),
      criteria: DEFAULT_CRITERIA.criteria.map((one) => ({ ...one, id: `x${one.id}` })).toReversed(),
    };
    expect(criteriaKey(turned)).toBe(criteriaKey(DEFAULT_CRITERIA));
  });

  it('are others with another limit', () => {
    const [first, ...others] = DEFAULT_CRITERIA.criteria;
    if (first === undefined) throw new Error('no criteria');
    const stricter = {
      ...DEFAULT_CRITERIA,
      criteria: [{ ...first, rule: { kind: 'excluded-times' as const, times: 2 } }, ...others],
    };
    expect(criteriaKey(stricter)).not.toBe(criteriaKey(DEFAULT_CRITERIA));
  });
});
