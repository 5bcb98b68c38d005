import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OperationInput } from '#shared/contract/contract.ts';
import { openTestApp, type TestApp } from '../../../../tests/builders/app.ts';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import { setUpSchool, testCalendar } from '../../../../tests/builders/school.ts';

let app: TestApp;
beforeEach(async () => {
  app = openTestApp();
  await setUpSchool(app);
});
afterEach(() => app.close());

type Plan = OperationInput<'calendar.save'>;

const plan: Plan = {
  schoolYear: 2026,
  terms: [
    { schoolYear: 2026, name: 'autumn', from: '2026-09-02', to: '2026-12-18' },
    { schoolYear: 2026, name: 'spring', from: '2027-01-05', to: '2027-03-24' },
    { schoolYear: 2026, name: 'summer', from: '2027-04-12', to: '2027-07-21' },
  ],
  closures: [{ from: '2026-10-26', to: '2026-10-30', slot: 'all', kind: 'holiday', name: 'Half-term' }],
};
const [autumn, spring, summer] = plan.terms as [
  Plan['terms'][number],
  Plan['terms'][number],
  Plan['terms'][number],
];
const [halfTerm] = plan.closures as [Plan['closures'][number]];

describe('the suggestion of a school year (calendar.suggest)', () => {
  it('has three terms in the year, and can be saved as it is', async () => {
    const { terms, closures } = await app.must('calendar.suggest', { schoolYear: 2026 });
    expect(terms.map(({ name }) => name)).toEqual(['autumn', 'spring', 'summer']);
    const saved = await app.must('calendar.save', { schoolYear: 2026, terms, closures });
    expect(Math.abs(saved.pupilDays - 190)).toBeLessThanOrEqual(2);
  });

  it('is refused for a year nobody can mean', async () => {
    for (const schoolYear of [2002, 2101, 2025.5]) {
      expect(await app.run('calendar.suggest', { schoolYear })).toMatchObject({
        ok: false,
        error: { code: 'invalid-input', fields: [{ path: 'schoolYear' }] },
      });
    }
  });
});

describe('the school’s calendar (calendar.get)', () => {
  it('is the current school year’s unless another is asked for', async () => {
    const current = await app.must('calendar.get', {});
    expect(current).toMatchObject({
      schoolYear: 2025,
      years: [2023, 2024, 2025],
      terms: testCalendar.terms.filter(({ schoolYear }) => schoolYear === 2025),
      sessionTimes: [
        { slot: 'am', starts: '08:45', ends: '12:15' },
        { slot: 'pm', starts: '13:05', ends: '15:15' },
      ],
    });
    expect(current.closures.map(({ from }) => from)).toEqual([
      '2025-10-27',
      '2026-02-16',
      '2026-05-04',
      '2026-05-25',
    ]);
    expect((await app.must('calendar.get', { schoolYear: 2024 })).terms[0]?.from).toBe('2024-09-03');
  });

  it('has the bank holidays of the year, in term or out', async () => {
    const { bankHolidays } = await app.must('calendar.get', { schoolYear: 2025 });
    expect(bankHolidays.map(({ date }) => date)).toEqual([
      '2025-08-25',
      '2025-12-25',
      '2025-12-26',
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-05-04',
      '2026-05-25',
    ]);
  });

  it('is empty, not refused, for a year without dates', async () => {
    expect(await app.must('calendar.get', { schoolYear: 2030 })).toMatchObject({
      schoolYear: 2030,
      terms: [],
      closures: [],
      pupilDays: 0,
    });
  });

  it('is refused for a year nobody can mean', async () => {
    expect(await app.run('calendar.get', { schoolYear: 1999 })).toMatchObject({
      ok: false,
      error: { fields: [{ path: 'schoolYear' }] },
    });
  });

  it('asks for a set-up where there is no school', async () => {
    const empty = openTestApp();
    for (const result of [
      await empty.run('calendar.get', {}),
      await empty.run('calendar.save', { ...plan, terms: [...plan.terms] }),
    ]) {
      expect(result).toMatchObject({ ok: false, error: { code: 'not-set-up' } });
    }
    await empty.close();
  });

  it('may be read in every role', async () => {
    for (const role of ['recorder', 'decider', 'provider-staff', 'governor-clerk', 'authority'] as const) {
      expect((await app.must('calendar.get', {}, role)).schoolYear).toBe(2025);
    }
  });
});

describe('saving a school year (calendar.save)', () => {
  it('adds a year and leaves the others alone', async () => {
    const before = await app.must('calendar.get', { schoolYear: 2025 });
    const saved = await app.must('calendar.save', plan, 'decider');
    const after = await app.must('calendar.get', { schoolYear: 2026 });
    expect(after).toMatchObject({ terms: plan.terms, closures: plan.closures, pupilDays: saved.pupilDays });
    expect(after.years).toEqual([2023, 2024, 2025, 2026]);
    expect(await app.must('calendar.get', { schoolYear: 2025 })).toEqual({ ...before, years: after.years });
  });

  it('replaces all of a year that was there', async () => {
    await app.must('calendar.save', plan);
    await app.must('calendar.save', { ...plan, terms: [autumn], closures: [] });
    expect(await app.must('calendar.get', { schoolYear: 2026 })).toMatchObject({
      terms: [autumn],
      closures: [],
    });
  });

  it('keeps the year before and after in the audit trail', async () => {
    await app.must('calendar.save', { ...plan, schoolYear: 2026 });
    await app.must('calendar.save', { ...plan, terms: [autumn, spring] });
    const rows = await auditOf(app, 'calendar.save');
    expect(rows).toMatchObject([
      { subjectId: 'school-1/2026', detail: { before: { terms: [] } } },
      { detail: { before: { terms: plan.terms }, after: { terms: [autumn, spring] } } },
    ]);
  });

  it.each<[string, Plan, string[]]>([
    ['no terms', { ...plan, terms: [] }, ['terms']],
    ['four terms', { ...plan, terms: [autumn, spring, summer, summer] }, ['terms']],
    ['a term of another year', { ...plan, schoolYear: 2027 }, ['terms.0.from', 'terms.0.to', 'terms.1.from']],
    ['a term backwards', { ...plan, terms: [{ ...autumn, to: '2026-09-01' }] }, ['terms.0.to']],
    ['a term twice', { ...plan, terms: [autumn, { ...spring, name: 'autumn' }] }, ['terms.1.name']],
    ['a day that does not exist', { ...plan, terms: [{ ...autumn, from: '2026-09-31' }] }, ['terms.0.from']],
    ['closed days backwards', { ...plan, closures: [{ ...halfTerm, to: '2026-10-25' }] }, ['closures.0.to']],
    [
      'closed days of another year',
      { ...plan, closures: [{ ...halfTerm, from: '2026-07-31' }] },
      ['closures.0.from'],
    ],
    ['closed days without a name', { ...plan, closures: [{ ...halfTerm, name: ' ' }] }, ['closures.0.name']],
    [
      'more closed days than a year has room for',
      { ...plan, closures: Array.from({ length: 201 }, () => halfTerm) },
      ['closures'],
    ],
  ])('is refused for %s, and the year stays as it was', async (_, wrong, paths) => {
    const result = await app.run('calendar.save', wrong);
    if (result.ok) throw new Error('it was accepted');
    expect(result.error.code).toBe('invalid-input');
    expect(result.error.fields?.map(({ path }) => path)).toEqual(expect.arrayContaining(paths));
    expect((await app.must('calendar.get', { schoolYear: 2026 })).terms).toEqual([]);
    expect(await auditOf(app, 'calendar.save')).toEqual([]);
  });

  it('is for those who may edit the calendar', async () => {
    for (const role of ['recorder', 'provider-staff', 'governor-clerk', 'authority'] as const) {
      expect(await app.run('calendar.save', plan, role)).toMatchObject({
        ok: false,
        error: { code: 'not-permitted' },
      });
    }
  });
});
