import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OperationInput } from '#shared/contract/contract.ts';
import type { AreaExclusion } from '#main/demonstration/types.ts';
import { dayAfter, ledgerCalendar, nextDate, takenFrom, type LedgerCalendar } from './ledger-calendar.ts';
import { isPermission, obliges, type LedgerCase } from './ledger.ts';
import { openYearSchool, type YearSchool } from './school-year.ts';
import { runs } from '../builders/runs.ts';

const YEAR = 2025;
/** The board is compared every morning, and on about every fourth evening. */
const EVENINGS = runs(4) === 4 ? 1 : 4;
const FIRST = '2025-09-01';
const LAST = '2026-07-24';
/** On this morning the school learns that it closes a week later. */
const CLOSING = { saidOn: '2026-01-20', on: '2026-01-27' } as const;

let school: YearSchool;
beforeAll(async () => {
  school = await openYearSchool(YEAR);
});
afterAll(() => school.app.close());

/** A number from a text, so that what is late is the same each time. */
const numberOf = (text: string): number =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 10_007, 7);

/** How many days late somebody does a duty: mostly on its day, now and then days later. */
const daysLate = (id: string, key: string): number => {
  const number = numberOf(`${id} ${key}`);
  return number % 31 === 0 ? 12 : number % 5 === 0 ? 1 + (number % 3) : 0;
};

/** Done by what is recorded in the case, not by noting it. */
const BY_EVENT = new Set([
  'governors-meeting',
  'governors-representations',
  'decision-letter',
  'review-apply',
  'remove-from-register',
]);

it('a school year: every duty is on the board on its day and leaves it when done; none is missed or shown twice', async () => {
  const { app } = school;
  const stored = await app.must('calendar.get', { schoolYear: YEAR });
  // Windows of the summer reach into the year after.
  const next = await app.must('calendar.get', { schoolYear: YEAR + 1 });
  const ledgerWith = (closures: typeof stored.closures) =>
    ledgerCalendar(
      { terms: [...stored.terms, ...next.terms], closures: [...closures, ...next.closures] },
      FIRST,
      '2027-03-01',
    );
  let calendar: LedgerCalendar = ledgerWith(stored.closures);
  const cases: LedgerCase[] = [];
  const versions = new Map<string, number>();
  let seen = 0;
  let overdueSeen = 0;
  /** Commands that changed what a case obliges or has done. */
  let changes = 0;

  const ofPupil = (pupilId: string) => cases.filter((one) => one.pupilId === pupilId);
  // Worked out the slow way, so not more often than something happens.
  const ledger = new Map<string, ReadonlyMap<string, string>>();
  const dutiesOf = (one: LedgerCase): ReadonlyMap<string, string> => {
    const known = ledger.get(one.id) ?? obliges(one, ofPupil(one.pupilId), calendar);
    ledger.set(one.id, known);
    return known;
  };

  /** Compares the whole board with the ledger. */
  async function compare(day: string): Promise<void> {
    const board = await app.must('duties.board', {});
    const expected = {
      overdue: [] as string[],
      today: [] as string[],
      week: [] as string[],
      done: [] as string[],
    };
    const week = nextDate(day, 7);
    for (const one of cases) {
      for (const [key, on] of one.done) if (on === day) expected.done.push(`${one.id} ${key}`);
      for (const [key, due] of dutiesOf(one)) {
        if (one.done.has(key) || due > week) continue;
        if (due < day && isPermission(key)) continue;
        expected[due < day ? 'overdue' : due === day ? 'today' : 'week'].push(`${one.id} ${key}`);
      }
    }
    const shown = (rows: typeof board.today) =>
      rows.map(({ exclusionId, key }) => `${exclusionId} ${key}`).toSorted();
    const actual = {
      overdue: shown(board.overdue),
      today: shown(board.today),
      week: shown(board.week),
      done: shown(board.done),
    };
    expect({ day, ...actual }).toEqual({
      day,
      overdue: expected.overdue.toSorted(),
      today: expected.today.toSorted(),
      week: expected.week.toSorted(),
      done: expected.done.toSorted(),
    });
    const all = [...actual.overdue, ...actual.today, ...actual.week, ...actual.done];
    expect(new Set(all).size).toBe(all.length);
    seen += actual.today.length;
    overdueSeen += actual.overdue.length;
  }

  async function issue(exclusion: AreaExclusion, day: string): Promise<void> {
    const { kind, start, halfDays, incident, reasons, decidedBy } = exclusion;
    const pupilId = school.pupilOf(exclusion);
    const { id, version } = await app.must('exclusions.issue', {
      pupilId,
      kind,
      startDate: start.date,
      startSlot: start.slot,
      ...(halfDays === null ? {} : { halfDays }),
      incidentOn: incident.on,
      incidentAccount: incident.account,
      reasons: [...reasons],
      decidedBy,
      decidedOn: day,
    });
    versions.set(id, version);
    const relations = school.relations(pupilId);
    ledger.clear();
    cases.push({
      id,
      pupilId,
      kind,
      issuedOn: day,
      start: `${start.date} ${start.slot}`,
      halfDays: takenFrom(calendar, kind, `${start.date} ${start.slot}`, halfDays ?? 0),
      inCare: school.inCare(exclusion),
      socialWorker: relations.has('social-worker'),
      homeAuthority: relations.has('home-authority'),
      happened: {},
      done: new Map(),
    });
  }

  async function record(
    one: LedgerCase,
    event: Omit<OperationInput<'exclusions.record-event'>, 'id' | 'version'>,
    does: readonly string[],
  ): Promise<void> {
    changes += 1;
    const owed = new Set(dutiesOf(one).keys());
    const version = versions.get(one.id) ?? 1;
    const after = await app.must('exclusions.record-event', { id: one.id, version, ...event });
    versions.set(one.id, after.version);
    for (const key of does) if (owed.has(key) && !one.done.has(key)) one.done.set(key, event.on);
  }

  /** The governors' side of a case: asked for, set, met, told, closed, each on its day. */
  async function governors(one: LedgerCase, day: string): Promise<void> {
    const { happened } = one;
    if (happened.cancelledFrom !== undefined) return;
    const duties = dutiesOf(one);
    if (
      happened.asked === undefined &&
      numberOf(one.id) % 4 === 0 &&
      day === dayAfter(calendar, one.start.slice(0, 10), 4)
    ) {
      await record(one, { type: 'representations', on: day }, []);
      happened.asked = day;
      ledger.delete(one.id);
      return;
    }
    const limit = duties.get('governors-meeting');
    if (limit === undefined) {
      // Considered in writing, without a meeting, two school days after they came.
      if (happened.asked !== undefined && day === dayAfter(calendar, happened.asked, 2)) {
        const event = { type: 'decision', on: day, outcome: 'considered' } as const;
        await record(one, event, ['governors-representations']);
      }
      return;
    }
    if (happened.meetingSet === undefined) {
      const meets = dayAfter(calendar, day, 7);
      if (day !== dayAfter(calendar, one.start.slice(0, 10), 5) || meets === undefined) return;
      await record(one, { type: 'meeting-set', on: meets }, []);
      happened.meetingSet = meets;
      ledger.delete(one.id);
    } else if (happened.decided === undefined) {
      if (day < happened.meetingSet) return;
      await record(one, { type: 'decision', on: day, outcome: 'upheld' }, [
        'governors-meeting',
        'governors-representations',
      ]);
      happened.decided = day;
      ledger.delete(one.id);
    } else if (happened.told === undefined) {
      await record(one, { type: 'decision-told', on: day, outcome: 'by-hand' }, []);
      one.done.set('decision-letter', day);
      happened.told = day;
      ledger.delete(one.id);
    } else if (duties.get('remove-from-register') === day) {
      changes += 1;
      await app.must('duties.fulfil', {
        exclusionId: one.id,
        key: 'remove-from-register',
        on: day,
        how: 'Removed',
        byWhom: 'Office',
      });
      one.done.set('remove-from-register', day);
    }
  }

  /** Cancels the first long one of the year on its third day. */
  async function cancel(one: LedgerCase, day: string): Promise<void> {
    const back = dayAfter(calendar, day, 1);
    if (back === undefined || one.kind !== 'fixed-period' || one.halfDays.length < 10) return;
    if (cases.some(({ happened }) => happened.cancelledFrom !== undefined)) return;
    if (day !== dayAfter(calendar, one.start.slice(0, 10), 2)) return;
    changes += 1;
    const session = calendar.halfDays.find((halfDay) => halfDay.startsWith(back)) ?? '';
    const slot = session.endsWith('am') ? 'am' : 'pm';
    const version = versions.get(one.id) ?? 1;
    const input = { id: one.id, version, back: { date: back, slot } as const, reason: 'New evidence' };
    versions.set(one.id, (await app.must('exclusions.cancel', input, 'decider')).version);
    one.happened.cancelledOn = day;
    one.happened.cancelledFrom = session;
    ledger.clear();
  }

  async function doWork(day: string): Promise<void> {
    for (const one of cases) {
      for (const [key, due] of dutiesOf(one)) {
        if (one.done.has(key) || BY_EVENT.has(key)) continue;
        if (day < nextDate(due, daysLate(one.id, key)) || day < due) continue;
        changes += 1;
        await app.must('duties.fulfil', { exclusionId: one.id, key, on: day, how: 'Done', byWhom: 'Office' });
        one.done.set(key, day);
        if (key === 'tell-governors') ledger.delete(one.id);
      }
    }
  }

  for (let day = FIRST; day <= LAST; day = nextDate(day)) {
    school.goTo(day);
    if (day === CLOSING.saidOn) {
      const closure = {
        from: CLOSING.on,
        to: CLOSING.on,
        slot: 'all',
        kind: 'closure',
        name: 'No heating',
      } as const;
      const closures = [...stored.closures, closure];
      await app.must('calendar.save', { schoolYear: YEAR, terms: stored.terms, closures });
      calendar = ledgerWith(closures);
      ledger.clear();
    }
    for (const exclusion of school.decisions.get(day) ?? []) await issue(exclusion, day);
    await compare(day);
    if (!calendar.days.includes(day)) continue;
    const before = changes;
    for (const one of cases) {
      await cancel(one, day);
      await governors(one, day);
    }
    await doWork(day);
    // Where nothing was done the board would be asked the same again. The next morning it is compared in any case.
    if (changes > before && numberOf(day) % EVENINGS === 0) await compare(day);
  }

  // The year was one: many cases of every kind, duties of every day, some of them late, a meeting, a cancelling.
  expect(cases.length).toBeGreaterThan(50);
  expect(new Set(cases.map(({ kind }) => kind)).size).toBe(3);
  expect(cases.filter(({ happened }) => happened.decided !== undefined).length).toBeGreaterThan(1);
  expect(cases.filter(({ happened }) => happened.cancelledFrom !== undefined)).toHaveLength(1);
  expect(seen).toBeGreaterThan(300);
  expect(overdueSeen).toBeGreaterThan(100);
}, 120_000);
