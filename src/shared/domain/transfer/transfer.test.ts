import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { handOnDays } from './hand-on-days.ts';
import { namesSchool } from './names-school.ts';
import { planEarlier } from './plan-earlier.ts';
import { statementsOf } from './statements-of.ts';
import type { KeptDays, PupilHistory, ReceivedHistory, TermDays } from './types.ts';

const laEstabOf = (at: number): string => String(2_014_001 + at);

const history = (madeAt: string, halfDays: PupilHistory['halfDays']): PupilHistory => ({
  madeAt,
  exclusions: [],
  halfDays,
  placements: [],
  courses: [],
  support: [],
  targets: [],
  referrals: [],
});

/** A school on the pupil's way: what it was told and what it counts of earlier schools. */
interface School {
  readonly laEstab: string;
  readonly records: readonly ReceivedHistory[];
  readonly kept: readonly KeptDays[];
}

const begin = (laEstab: string, kept: readonly KeptDays[] = []): School => ({ laEstab, records: [], kept });

/** Takes a file over as the import does; typed days of yet another school count if `count`. */
function take(school: School, file: ReceivedHistory, count = true): School {
  const records = [...school.records.filter(({ fromLaEstab }) => fromLaEstab !== file.fromLaEstab), file];
  const asked = {
    kept: school.kept,
    before: statementsOf(school.records, school.laEstab),
    after: statementsOf(records, school.laEstab),
  };
  const answers = planEarlier({ ...asked, answers: [] }).typed.map(({ schoolYear, term }) => ({
    schoolYear,
    term,
    count,
  }));
  const { terms } = planEarlier({ ...asked, answers });
  return {
    ...school,
    records,
    kept: terms
      .filter(({ after }) => after > 0)
      .map(({ schoolYear, term, after, source }) => ({ schoolYear, term, halfDays: after, source })),
  };
}

const write = (school: School, own: readonly TermDays[], madeAt: string): ReceivedHistory => ({
  fromSchool: `School ${school.laEstab}`,
  fromLaEstab: school.laEstab,
  history: history(madeAt, [
    ...handOnDays(school.kept, statementsOf(school.records, school.laEstab)),
    ...own,
  ]),
});

const sum = (days: readonly { readonly halfDays: number }[]): number =>
  days.reduce((all, { halfDays }) => all + halfDays, 0);

const term = fc.constantFrom('autumn' as const, 'spring' as const, 'summer' as const);
const ownDays = fc.uniqueArray(
  fc.record({ schoolYear: fc.constantFrom(2024, 2025), term, halfDays: fc.integer({ min: 1, max: 12 }) }),
  {
    selector: (one) => `${String(one.schoolYear)} ${one.term}`,
    maxLength: 4,
  },
);

describe('days at earlier schools', () => {
  it('count once over any number of schools, whichever of their files come beside the last, in any order', () => {
    fc.assert(
      fc.property(
        fc.array(ownDays, { minLength: 1, maxLength: 5 }),
        fc.infiniteStream(fc.boolean()),
        fc.infiniteStream(fc.nat(100)),
        (schools, coins, numbers) => {
          const files: ReceivedHistory[] = [];
          for (const [at, own] of schools.entries()) {
            let school = begin(laEstabOf(at));
            const last = files.at(-1);
            for (const file of files) {
              const also = coins.next().value === true;
              if (file === last || also) school = take(school, file);
            }
            files.push(write(school, own, `2025-10-0${String(at + 1)}T10:00:00.000Z`));
          }
          const shuffled = files
            .map((file) => [numbers.next().value ?? 0, file] as const)
            .toSorted(([a], [b]) => a - b)
            .map(([, file]) => file);
          const all = sum(schools.flat());
          const last = files.at(-1);
          for (const some of [shuffled, last === undefined ? [] : [last]]) {
            let next = begin(laEstabOf(9));
            for (const file of some) next = take(next, file);
            expect(sum(next.kept)).toBe(all);
            // Once more changes nothing.
            for (const file of some) next = take(next, file);
            expect(sum(next.kept)).toBe(all);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('that were typed stay apart from what files say, and are counted or replaced as a person answers', () => {
    fc.assert(
      fc.property(ownDays, ownDays, fc.boolean(), (own, typed, count) => {
        const kept = typed.map((row) => ({ ...row, source: 'A letter' }));
        const file = write(begin(laEstabOf(0)), own, '2025-10-01T10:00:00.000Z');
        const once = take(begin(laEstabOf(1), kept), file, count);
        expect(sum(once.kept)).toBe(sum(own) + (count ? sum(typed) : 0));
        const later = write(begin(laEstabOf(0)), [], '2025-10-02T10:00:00.000Z');
        expect(sum(take(once, later, true).kept)).toBe(count ? sum(typed) : 0);
      }),
    );
  });

  it('are the later word of a school, whoever passes it on', () => {
    const autumn = (halfDays: number) => [{ schoolYear: 2025, term: 'autumn' as const, halfDays }];
    const first = write(begin(laEstabOf(0)), autumn(4), '2025-10-01T10:00:00.000Z');
    const corrected = write(begin(laEstabOf(0)), autumn(2), '2025-10-02T10:00:00.000Z');
    const second = write(take(begin(laEstabOf(1)), corrected), autumn(6), '2025-10-03T10:00:00.000Z');
    expect(sum(take(take(begin(laEstabOf(2)), first), second).kept)).toBe(8);
  });
});

describe('a typed source', () => {
  it.each([
    ['Northgate School', true],
    ['phone call, NORTHGATE  SCHOOL (Ms Hill)', true],
    ['201/4001', true],
    ['Northgate', false],
    ['the school before', false],
  ])('%s', (text, named) => {
    expect(namesSchool(text, { name: 'Northgate School', laEstab: '2014001' })).toBe(named);
  });

  it('of a school with hardly a name goes by its number alone', () => {
    expect(namesSchool('It is in the folder', { name: 'St', laEstab: '2014001' })).toBe(false);
  });
});

describe('what one school says of another', () => {
  it('is as old as its file at the most: a moment to come does not outdo what that school says itself', () => {
    const days = { schoolYear: 2025, term: 'autumn' as const };
    const ash = { name: 'Ash School', laEstab: '2014009', saidAt: '2090-01-01T00:00:00.000Z' };
    const told = history('2025-11-12T10:00:00.000Z', [{ ...days, halfDays: 2, at: ash }]);
    const itself = history('2025-11-13T10:00:00.000Z', [{ ...days, halfDays: 20 }]);
    const records: readonly ReceivedHistory[] = [
      { fromSchool: 'Elm School', fromLaEstab: '2014001', history: told },
      { fromSchool: 'Ash School', fromLaEstab: '2014009', history: itself },
    ];
    const said = statementsOf(records, '2014002').find(({ school }) => school.laEstab === '2014009');
    expect(said?.history.halfDays).toEqual([{ ...days, halfDays: 20 }]);
  });
});
