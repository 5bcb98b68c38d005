import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseVersions, type Choice } from './choose-versions.ts';
import { compareVersions } from './compare-versions.ts';

const FIELDS = ['a', 'b', 'c'] as const;

const standings = (base: object, mine: object, theirs: object) =>
  compareVersions<Record<string, unknown>>(['f'], { base, mine, theirs }).map(({ standing }) => standing);

describe('two versions of one record', () => {
  it('tells who changed a field', () => {
    expect(standings({ f: 1 }, { f: 1 }, { f: 1 })).toEqual(['alike']);
    expect(standings({ f: 1 }, { f: 2 }, { f: 1 })).toEqual(['mine']);
    expect(standings({ f: 1 }, { f: 1 }, { f: 2 })).toEqual(['theirs']);
    expect(standings({ f: 1 }, { f: 2 }, { f: 3 })).toEqual(['both']);
  });

  it('takes the same change made twice for no difference', () => {
    expect(standings({ f: 1 }, { f: 2 }, { f: 2 })).toEqual(['alike']);
    expect(standings({}, { f: ['DB', 'PP'] }, { f: ['DB', 'PP'] })).toEqual(['alike']);
  });

  it('compares lists by their order and objects by their keys', () => {
    expect(standings({ f: [1, 2] }, { f: [1, 2] }, { f: [2, 1] })).toEqual(['theirs']);
    expect(
      standings({ f: { x: 1, y: 2 } }, { f: { y: 2, x: 1 } }, { f: { x: 1, y: 2, z: undefined } }),
    ).toEqual(['alike']);
    expect(standings({ f: [] }, { f: {} }, { f: [] })).toEqual(['mine']);
  });

  it('counts a field that was emptied as changed', () => {
    expect(standings({ f: 'text' }, {}, { f: 'text' })).toEqual(['mine']);
    expect(standings({ f: 'text' }, { f: '' }, {})).toEqual(['both']);
  });
});

const version = fc.record(
  {
    a: fc.constantFrom(1, 2, 3),
    b: fc.constantFrom('x', 'y'),
    c: fc.array(fc.constantFrom(1, 2), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);
const three = fc.record({ base: version, mine: version, theirs: version });
const filled = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined));

describe('choosing between them', () => {
  it('all of mine is mine, all of theirs is theirs: nothing of either is lost', () => {
    fc.assert(
      fc.property(three, fc.constantFrom<Choice>('mine', 'theirs'), (versions, side) => {
        const chosen = chooseVersions(
          compareVersions<Record<string, unknown>>(FIELDS, versions),
          Object.fromEntries(FIELDS.map((field) => [field, side])),
        );
        expect(filled(chosen ?? {})).toEqual(filled(versions[side]));
      }),
    );
  });

  it('without choices it keeps every change that only one of them made, and waits where both did', () => {
    fc.assert(
      fc.property(three, (versions) => {
        const compared = compareVersions<Record<string, unknown>>(FIELDS, versions);
        const chosen = chooseVersions(compared, {});
        expect(chosen === undefined).toBe(compared.some(({ standing }) => standing === 'both'));
        for (const { field, standing, mine, theirs } of chosen ? compared : [])
          expect(chosen?.[field]).toEqual(standing === 'mine' ? mine : theirs);
      }),
    );
  });

  it('is the same whoever of the two looks, with mine and theirs changed over', () => {
    fc.assert(
      fc.property(three, ({ base, mine, theirs }) => {
        const here = compareVersions<Record<string, unknown>>(FIELDS, { base, mine, theirs });
        const there = compareVersions<Record<string, unknown>>(FIELDS, { base, mine: theirs, theirs: mine });
        const other = { mine: 'theirs', theirs: 'mine', both: 'both', alike: 'alike' } as const;
        expect(there.map(({ standing }) => other[standing])).toEqual(here.map(({ standing }) => standing));
      }),
    );
  });
});
