import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addReasons, bringsNews } from './add-reasons.ts';
import { criteriaMet } from './criteria-met.ts';
import { criteriaProblems } from './criteria-problems.ts';
import { clearSince } from './clear-since.ts';
import { DEFAULT_CRITERIA } from './default-criteria.ts';
import { DEFAULT_PROCEDURE } from './default-procedure.ts';
import { promptsOn } from './prompts-on.ts';
import { lettersOf, suggestedRole } from './risk-categories.ts';
import { mayBeSamePerson, staffNameKey } from './staff-names.ts';
import { supportPeriod } from './support-period.ts';
import type { ReasonFact, RiskFacts, RiskReason } from './types.ts';

const { categories, criteria } = DEFAULT_CRITERIA;
const TODAY = '2025-11-12';
const nothing: RiskFacts = {
  schoolYear: 2025,
  excludedOn: [],
  excludedHalfDays: 0,
  placedOn: [],
  lookedAfter: false,
};
const met = (facts: Partial<RiskFacts>) => criteriaMet(criteria, { ...nothing, ...facts }, TODAY);
const reason = (criterionId: string, category: string, fact: ReasonFact): RiskReason => ({
  criterionId,
  category,
  on: '2025-11-03',
  fact,
});
const excluded = (...excludedOn: string[]) => reason('excluded', 'A', { kind: 'excluded-times', excludedOn });
const attendance = (percent: number, on: string) =>
  reason('attendance', 'B', { kind: 'attendance-below', below: 75, percent, on });
const daysOut = (schoolYear: number, halfDays: number) =>
  reason('days', 'A', { kind: 'excluded-days', schoolYear, days: 5, halfDays });
const placed = (...placedOn: string[]) => reason('placed', 'A', { kind: 'placed-times', placedOn });
const placedTwice = placed('2025-09-10', '2025-10-01');
const careReason = reason('looked-after', 'C', { kind: 'looked-after' });

describe('criteriaMet, with the criteria of the program', () => {
  it.each<[string, Partial<RiskFacts>, string]>([
    ['nothing', {}, ''],
    ['one exclusion', { excludedOn: ['2025-11-13'] }, 'A'],
    ['three exclusions', { excludedOn: ['2025-09-13', '2025-10-13', '2025-11-13'] }, 'A'],
    ['74% attendance', { attendance: { percent: 74, on: TODAY } }, 'B'],
    ['74.9% attendance', { attendance: { percent: 74.9, on: TODAY } }, 'B'],
    ['75% attendance', { attendance: { percent: 75, on: TODAY } }, ''],
    ['care', { lookedAfter: true }, 'C'],
    [
      'all of it',
      { excludedOn: ['2025-11-13'], attendance: { percent: 0, on: TODAY }, lookedAfter: true },
      'ABC',
    ],
  ])('%s: %j gives %s', (_, facts, letters) => {
    expect(lettersOf(met(facts)).join('')).toBe(letters);
  });

  it.each<[number, number, boolean]>([
    [9, 5, false],
    [10, 5, true],
    [1, 1, false],
    [2, 1, true],
  ])('%i half days against a limit of %i days: %j', (excludedHalfDays, days, expected) => {
    const own = [{ id: 'x', category: 'A', rule: { kind: 'excluded-days', days } as const }];
    expect(criteriaMet(own, { ...nothing, excludedHalfDays }, TODAY).map(({ fact }) => fact)).toEqual(
      expected ? [{ kind: 'excluded-days', schoolYear: 2025, days, halfDays: excludedHalfDays }] : [],
    );
  });

  it('counts places: twice is met by two and not by one', () => {
    const own = [{ id: 'x', category: 'A', rule: { kind: 'placed-times', times: 2 } as const }];
    const metBy = (...placedOn: string[]) => criteriaMet(own, { ...nothing, placedOn }, TODAY);
    expect(metBy('2025-09-13')).toEqual([]);
    expect(metBy('2025-09-13', '2025-10-13')).toMatchObject([
      { fact: { kind: 'placed-times', placedOn: ['2025-09-13', '2025-10-13'] } },
    ]);
  });

  it('keeps why, with the limit that held', () => {
    expect(met({ attendance: { percent: 74, on: '2025-11-10' } })).toEqual([
      {
        criterionId: 'attendance',
        category: 'B',
        on: TODAY,
        fact: { kind: 'attendance-below', below: 75, percent: 74, on: '2025-11-10' },
      },
    ]);
  });

  it('follows other criteria: excluded three times is category K', () => {
    const rule = { kind: 'excluded-times', times: 3 } as const;
    const twice = { ...nothing, excludedOn: ['2025-09-13', '2025-10-13'] };
    const own = [{ id: 'x', category: 'K', rule }];
    expect(criteriaMet(own, twice, TODAY)).toEqual([]);
    expect(
      lettersOf(criteriaMet(own, { ...twice, excludedOn: [...twice.excludedOn, TODAY] }, TODAY)),
    ).toEqual(['K']);
  });
});

describe('the suggested key worker', () => {
  it.each<[readonly RiskReason[], string | undefined]>([
    [[excluded('2025-11-13')], 'Learning Mentor'],
    [[attendance(70, TODAY), excluded('2025-11-13')], 'Learning Mentor'],
    [[attendance(70, TODAY)], 'Education Welfare Officer'],
    [[], undefined],
    [[reason('gone', 'Z', { kind: 'looked-after' })], undefined],
  ])('%#', (reasons, role) => {
    expect(suggestedRole(categories, reasons)).toBe(role);
  });
});

describe('addReasons', () => {
  it.each<[string, readonly RiskReason[], readonly RiskReason[]]>([
    ['the same exclusions', [excluded('2025-11-13')], [excluded('2025-11-13')]],
    ['fewer exclusions', [excluded('2025-11-03', '2025-11-13')], [excluded('2025-11-13')]],
    ['the same figure', [attendance(74, TODAY)], [attendance(74, TODAY)]],
    ['care that goes on', [careReason], [careReason]],
    ['as many days out', [daysOut(2025, 12)], [daysOut(2025, 12)]],
    ['fewer days out of the same year', [daysOut(2025, 12)], [daysOut(2025, 10)]],
    ['the same places', [placedTwice], [placedTwice]],
    ['nothing at all', [careReason], []],
  ])('has nothing to add for %s', (_, kept, now) => {
    expect(bringsNews(kept, now)).toBe(false);
    expect(addReasons(kept, now)).toBeUndefined();
  });

  it.each<[string, readonly RiskReason[], readonly RiskReason[]]>([
    ['more days out', [daysOut(2025, 10)], [daysOut(2025, 12)]],
    ['as many days out of another year', [daysOut(2025, 12)], [daysOut(2026, 10)]],
    ['a further place', [placedTwice], [placed('2025-09-10', '2025-10-01', '2025-11-13')]],
  ])('has news of %s', (_, kept, now) => {
    expect(bringsNews(kept, now)).toBe(true);
  });

  it('adds a further criterion and leaves the first as it was', () => {
    const kept = [excluded('2025-11-13')];
    const more = attendance(74, TODAY);
    expect(addReasons(kept, [...kept, more])).toEqual([...kept, more]);
  });

  it('takes the newest facts and keeps the day on which it was first found', () => {
    const now = { ...excluded('2025-11-03', '2025-12-01'), on: '2025-12-01' };
    expect(addReasons([excluded('2025-11-03'), careReason], [now])).toEqual([
      { ...now, on: '2025-11-03' },
      careReason,
    ]);
  });
});

describe('prompts', () => {
  const since = '2025-11-12';
  const { reviewOn } = supportPeriod(since, DEFAULT_PROCEDURE);
  const kinds = (today: string, more = {}, procedure = DEFAULT_PROCEDURE) =>
    promptsOn({ since, reviewOn, hasKeyWorker: true, ...more }, procedure, today).map(({ kind }) => kind);

  it('a period is six weeks, or as long as the procedure says', () => {
    expect(supportPeriod(since, DEFAULT_PROCEDURE)).toEqual({ from: since, reviewOn: '2025-12-24' });
    expect(supportPeriod(since, { periodWeeks: 8 }).reviewOn).toBe('2026-01-07');
  });

  it.each<[string, object, readonly string[]]>([
    ['2025-11-26', {}, []],
    ['2025-11-27', {}, ['no-meeting']],
    ['2025-12-04', { lastMeetingOn: '2025-11-20' }, []],
    ['2025-12-05', { lastMeetingOn: '2025-11-20' }, ['no-meeting']],
    ['2025-12-23', { lastMeetingOn: '2025-12-20' }, []],
    ['2025-12-24', { lastMeetingOn: '2025-12-20' }, ['review-due']],
    ['2026-01-30', {}, ['review-due', 'no-meeting']],
    ['2026-01-30', { hasKeyWorker: false }, ['no-key-worker', 'review-due']],
    ['2025-11-12', { hasKeyWorker: false }, ['no-key-worker']],
    ['2026-01-30', { signedOffOn: '2025-12-24' }, []],
    // Nothing is met: of itself no ground where a person decides.
    ['2025-11-20', { clearSince: '2025-11-18' }, []],
  ])('on %s with %j: %j', (today, more, expected) => {
    expect(kinds(today, more)).toEqual(expected);
  });

  it('by criteria a sign-off is proposed at once, and is the review from its day on', () => {
    const byCriteria = { ...DEFAULT_PROCEDURE, signOff: 'criteria' } as const;
    const more = { clearSince: '2025-11-18', lastMeetingOn: '2025-12-20' };
    expect(kinds('2025-12-23', more, byCriteria)).toEqual(['sign-off-proposed']);
    expect(promptsOn({ since, reviewOn, hasKeyWorker: true, ...more }, byCriteria, '2025-12-24')).toEqual([
      { kind: 'review-due', on: reviewOn, rule: 'criteria', clear: true },
    ]);
  });

  it('says since when each is due, whatever the day', () => {
    for (const today of ['2026-01-05', '2026-01-30']) {
      expect(
        promptsOn({ since, reviewOn, hasKeyWorker: true }, DEFAULT_PROCEDURE, today).map(({ on }) => on),
      ).toEqual(['2025-12-24', '2025-11-27']);
    }
  });
});

describe('clearSince', () => {
  const since = (reasons: readonly RiskReason[], facts: Partial<RiskFacts>) =>
    clearSince(reasons, met(facts), { ...nothing, ...facts });

  it.each<[string, readonly RiskReason[], Partial<RiskFacts>, string | undefined]>([
    [
      'attendance is back',
      [attendance(70, '2025-11-03')],
      { attendance: { percent: 90, on: '2025-11-28' } },
      '2025-11-28',
    ],
    [
      'attendance is not back',
      [attendance(70, '2025-11-03')],
      { attendance: { percent: 74.9, on: '2025-11-28' } },
      undefined,
    ],
    ['an exclusion of the year before', [excluded('2025-11-13')], { schoolYear: 2026 }, '2026-08-01'],
    ['an exclusion of this year', [excluded('2025-11-13')], { excludedOn: ['2025-11-13'] }, undefined],
    ['an exclusion that was cancelled', [excluded('2025-11-13')], {}, '2025-11-03'],
    ['care that ended', [careReason], {}, '2025-11-03'],
    ['what a person noted', [reason('agency', 'C', { kind: 'by-hand', name: 'Agency' })], {}, undefined],
  ])('%s', (_, reasons, facts, expected) => {
    expect(since(reasons, facts)).toBe(expected);
  });
});

describe('names of staff', () => {
  it.each([
    ['Ms J. Reed', 'j reed'],
    ['  ms  J Reed ', 'j reed'],
    ['Siân O’Neill', 'sian oneill'],
    ['Mr', 'mr'],
  ])('%j is kept as %j', (name, key) => {
    expect(staffNameKey(name)).toBe(key);
  });

  it.each([
    ['Ms Reed', 'Mr Hall', false],
    ['Ms Reed', 'Jane Reed', true],
    ['J. Reed', 'Jane Reed', true],
    ['Jane Reed', 'John Reed', false],
    ['K Reed', 'Jane Reed', false],
    ['Reed, Jane', 'Jane Reed', true],
    ['Jane Reeder', 'Jane Reed', false],
  ])('%s and %s: %j', (one, other, may) => {
    expect([mayBeSamePerson(one, other), mayBeSamePerson(other, one)]).toEqual([may, may]);
  });

  it('whatever is typed has a key, and is like itself', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
        (name) => {
          expect(staffNameKey(name)).not.toBe('');
          expect(staffNameKey(` ${name.toUpperCase()} `)).toBe(staffNameKey(name.toUpperCase()));
        },
      ),
    );
  });
});

describe('criteriaProblems', () => {
  it('finds nothing in the criteria of the program', () => {
    expect(criteriaProblems(DEFAULT_CRITERIA)).toEqual([]);
  });

  it('finds a letter given twice, a category that is not there and a criterion entered twice', () => {
    const [first] = categories;
    const [once] = criteria;
    const given = {
      categories: [...categories, ...(first ? [first] : [])],
      criteria: [
        ...criteria,
        { id: 'more', category: 'A', rule: { kind: 'excluded-times', times: 3 } as const },
        { id: 'none', category: 'Q', rule: { kind: 'excluded-times', times: 4 } as const },
        ...(once ? [{ ...once, id: 'again' }] : []),
      ],
    };
    expect(criteriaProblems(given).map(({ path }) => path)).toEqual([
      'categories.3.letter',
      'criteria.7.category',
      'criteria.8',
    ]);
  });
});
