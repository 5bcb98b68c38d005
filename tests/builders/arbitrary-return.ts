import fc from 'fast-check';
import { dropUndefined } from '#main/exchange/drop-undefined.ts';
import type {
  ReturnDocument,
  ReturnExclusion,
  ReturnExtra,
  ReturnPupil,
} from '#main/exchange/return-document.ts';
import { CENSUS_TERMS, canonicalReturn } from '#main/exchange/return-document.ts';
import { hasImpossibleCharacter } from '#main/exchange/xml-escape.ts';
import { censusLayoutOf } from '#shared/domain/returns/census-layout.ts';
import {
  annualReturn,
  censusReturn,
  datesReturn,
  referenceDateOf,
  termlyReturn,
} from '#shared/domain/returns/periods.ts';
import type { PeriodKind, ReturnPeriod } from '#shared/domain/returns/types.ts';
import { addDays } from '#shared/kernel/plain-date.ts';

/** Texts that formats trip over: markup, separators, formulas, escapes of XML and of workbooks, names of objects' parts. */
export const AWKWARD = [
  '<b>bold</b>',
  'Tom & Jerry',
  '&amp;',
  '&#0;',
  ']]>',
  "O'Neil",
  '"quoted"',
  'a,b;c',
  'أحمد',
  'Ñandú',
  '李小龙',
  '😀 emoji',
  '=1+1',
  '+44',
  '-dash',
  '@cmd',
  "'=guarded",
  "''@twice",
  "'t Hooft",
  '＝wide',
  'two\nlines',
  'two\r\nlines',
  'a\tb',
  '\u0085x',
  '_x000D_',
  '_x005F_x0041_',
  '__proto__',
  'constructor',
  'back\\nslash',
  'X10: x',
  '12345',
  'TRUE',
  '1e5',
];

const text = fc
  .oneof(
    fc.constantFrom(...AWKWARD),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  )
  .map((value) => value.trim())
  .filter((value) => value !== '' && Array.from(value).length <= 35 && !hasImpossibleCharacter(value));
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined });
const date = fc
  .date({ min: new Date('2004-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const upn = fc
  .tuple(fc.constantFrom(...'ABCDEFGHJKLMNPQRTUVWXYZ'), fc.integer({ min: 0, max: 999_999_999_999 }))
  .map(([letter, digits]) => `${letter}${String(digits).padStart(12, '0')}`);
const days = fc.integer({ min: 0, max: 90 }).map((halves) => halves / 2);

const extra: fc.Arbitrary<ReturnExtra> = fc
  .record({
    startSession: maybe(fc.constantFrom('AM' as const, 'PM' as const)),
    endDate: maybe(date),
    careAuthority: maybe(text),
    cumDaysTerm: maybe(days),
    cumDaysYear: maybe(days),
    examMissed: maybe(fc.boolean()),
    day6Date: maybe(date),
    day6ProviderLaestab: maybe(text),
    parentNotifiedOn: maybe(date),
    laNotifiedOn: maybe(date),
    governorsNotifiedOn: maybe(date),
    governorsMeetBy: maybe(date),
    governorsOutcome: maybe(text),
    reviewRequestedOn: maybe(date),
    reviewOutcome: maybe(text),
    cancelledOn: maybe(date),
    cancelReason: maybe(text),
  })
  .map(dropUndefined);

const explanations = fc
  .uniqueArray(fc.tuple(fc.constantFrom('X10', 'X06', 'X23', 'X24'), text), {
    maxLength: 3,
    selector: ([rule]) => rule,
  })
  .map((pairs) => Object.fromEntries(pairs));

const exclusionIn = ({ from, to }: ReturnPeriod, mostReasons: number): fc.Arbitrary<ReturnExclusion> =>
  fc
    .record({
      category: fc.constantFrom('PERM' as const, 'SUSP' as const, 'LNCH' as const, 'FIXD' as const),
      reasons: fc.uniqueArray(fc.constantFrom('PP', 'PA', 'DB', 'OT', 'BU'), {
        minLength: 1,
        maxLength: mostReasons,
      }),
      startDate: fc.nat({ max: 400 }).map((after) => {
        const day = addDays(from, after);
        return day <= to ? day : from;
      }),
      sessions: fc.integer({ min: 1, max: 90 }),
      inCare: maybe(fc.boolean()),
      senProvision: maybe(fc.constantFrom('N', 'K', 'E', 'A', 'P', 'S')),
      extra: maybe(extra),
      explanations: maybe(explanations),
    })
    .map((one) => dropUndefined({ ...one, sessions: one.category === 'PERM' ? undefined : one.sessions }));

/** One thing with two names, so that a pupil has no two of them from one day. */
const kindOf = (category: string): string => (category === 'FIXD' ? 'SUSP' : category);

const pupilIn = (period: ReturnPeriod, mostReasons: number): fc.Arbitrary<ReturnPupil> =>
  fc
    .record({
      upn,
      formerUpn: maybe(upn),
      surname: text,
      forename: text,
      sex: fc.constantFrom('M' as const, 'F' as const, 'U' as const),
      dob: date,
      onRoll: fc.boolean(),
      enrolStatus: maybe(fc.constantFrom('C', 'M', 'S')),
      entryDate: maybe(date),
      leavingDate: maybe(date),
      ncYear: maybe(fc.constantFrom('N1', 'R', '1', '14', 'X')),
      senProvision: maybe(fc.constantFrom('N', 'K')),
      ethnicity: maybe(fc.constantFrom('WBRI', 'APKN', 'REFU')),
      fsm: maybe(fc.boolean()),
      exclusions: fc.uniqueArray(exclusionIn(period, mostReasons), {
        minLength: 1,
        maxLength: 4,
        selector: ({ category, startDate }) => `${kindOf(category)} ${startDate}`,
      }),
    })
    .map(dropUndefined);

const term = fc.constantFrom(...CENSUS_TERMS);
const PERIODS: Readonly<Record<PeriodKind, fc.Arbitrary<ReturnPeriod>>> = {
  census: fc
    .tuple(term, fc.integer({ min: 2007, max: 2030 }))
    .map(([which, year]) => censusReturn(which, year)),
  annual: fc.integer({ min: 2008, max: 2025 }).map(annualReturn),
  termly: fc
    .tuple(term, fc.integer({ min: 2003, max: 2030 }))
    .map(([which, year]) => termlyReturn(which, year)),
  dates: fc
    .tuple(date, fc.nat({ max: 365 }))
    .map(([from, length]) => datesReturn(from, addDays(from, length))),
};

/**
 * Any return of one school for a period of one of these kinds, with awkward texts in all of its parts, in the order
 * that files are written in. Before autumn 2020 an exclusion has one reason, as it may in law.
 */
export function arbitraryReturn(kinds: readonly PeriodKind[]): fc.Arbitrary<ReturnDocument> {
  return fc.oneof(...kinds.map((kind) => PERIODS[kind])).chain((period) =>
    fc
      .record({
        la: fc.constantFrom('201', '888'),
        estab: fc.constantFrom('4001', '0012'),
        name: maybe(text),
        urn: maybe(fc.constant('100999')),
        phase: maybe(fc.constantFrom('SS', 'PR')),
        serialNo: fc.constantFrom('001', '012'),
        createdAt: fc.constantFrom('2026-01-19T10:00:00', '2013-02-28T23:59:59'),
        software: maybe(text),
        release: maybe(text),
        pupils: fc.uniqueArray(pupilIn(period, censusLayoutOf(period) === '2012' ? 1 : 3), {
          maxLength: 6,
          selector: (one) => one.upn,
        }),
      })
      .map(({ la, estab, name, urn, phase, pupils, ...rest }) =>
        canonicalReturn({
          ...dropUndefined(rest),
          school: dropUndefined({ la, estab, name, urn, phase }),
          period,
          referenceDate: referenceDateOf(period),
          nil: pupils.length === 0,
          pupils,
        }),
      ),
  );
}
