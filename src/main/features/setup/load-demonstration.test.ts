import { eq, isNotNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationOutput } from '#shared/contract/contract.ts';
import type { JobReporter } from '../context.ts';
import { JobCancelledError } from '../context.ts';
import { openTestApp, type TestApp } from '../../../../tests/builders/app.ts';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import { runWith } from '../../../../tests/builders/run-with.ts';

let app: TestApp;
let loaded: OperationOutput<'setup.load-demonstration'>;
beforeAll(async () => {
  app = openTestApp();
  loaded = await app.must('setup.load-demonstration', {});
});
afterAll(() => app.close());

const count = (rows: readonly unknown[]) => rows.length;

describe('the demonstration (setup.load-demonstration)', () => {
  it('makes the database a school’s and an authority’s, marked as a demonstration', async () => {
    const status = await app.must('setup.status', {});
    expect(status).toMatchObject({ state: 'ready', demonstration: true, promiseFromDay: 1 });
    expect(status.school?.name).toBe(loaded.schoolName);
    expect(status.authority?.code).toBe(status.school?.laEstab.slice(0, 3));
  });

  it('says truly how much it loaded', async () => {
    const { store } = app.services;
    const tables = await store.read(async (db) => ({
      // Pupils of the partner school whom the unit hosts are on no roll of ours.
      pupils: (await db.select().from(db.tables.pupils)).filter(({ schoolId }) => schoolId === 'home-school')
        .length,
      exclusions: count(await db.select().from(db.tables.exclusions)),
      returns: count(await db.select().from(db.tables.receivedReturns)),
    }));
    expect(tables).toEqual({
      pupils: loaded.pupils,
      exclusions: loaded.exclusions,
      returns: loaded.returns,
    });
    expect(loaded.pupils).toBeGreaterThan(1000);
    expect(loaded.exclusions).toBeGreaterThan(150);
  });

  it('has 8 secondary and 24 primary schools and a PRU, most with returns received', async () => {
    const { schools, received } = await app.services.store.read(async (db) => ({
      schools: await db.select().from(db.tables.schools),
      received: await db.select().from(db.tables.receivedReturns),
    }));
    const ofPhase = (phase: string) => schools.filter((school) => school.phase === phase).length;
    expect([ofPhase('secondary'), ofPhase('primary'), ofPhase('pru')]).toEqual([8, 24, 1]);
    expect(new Set(received.map(({ laEstab }) => laEstab)).size).toBeGreaterThanOrEqual(30);
  });

  it('has returns with meetings, looks taken and due, a part-time return to review today, and lessons', async () => {
    const { steps, met, lessons } = await app.services.store.read(async (db) => ({
      steps: await db.select().from(db.tables.reintegrationSteps),
      met: await db.select().from(db.tables.reintegrations),
      lessons: (await db.select().from(db.tables.exclusions)).filter(
        ({ incidentLesson }) => incidentLesson !== null,
      ),
    }));
    const today = '2025-11-12';
    expect(met.filter(({ whatWorked }) => whatWorked !== null).length).toBeGreaterThan(10);
    expect(steps.filter(({ doneOn }) => doneOn !== null).length).toBeGreaterThan(50);
    const open = steps.filter(({ doneOn }) => doneOn === null);
    expect(open.some(({ kind, dueOn }) => kind === 'part-time' && dueOn === today)).toBe(true);
    expect(open.some(({ kind, dueOn }) => kind === 'one-week' && dueOn <= today)).toBe(true);
    expect(open.some(({ dueOn }) => dueOn > today)).toBe(true);
    expect(lessons.length).toBeGreaterThan(50);
    const found = await app.must('patterns.find', { from: '2025-09-01', to: today });
    expect(found.lesson.rows.length).toBeGreaterThan(1);
  });

  it('has providers of several kinds with places booked ahead, and somebody still waiting', async () => {
    const { providers } = await app.must('providers.list', {});
    expect(new Set(providers.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(3);
    const places = await app.services.store.read((db) => db.select().from(db.tables.places));
    expect(places.filter(({ date }) => date >= '2025-11-12').length).toBeGreaterThan(10);
    const { waiting } = await app.must('places.queue', {});
    expect(waiting.length).toBeGreaterThan(0);
  });

  it('never has more pupils in a session than the provider takes, nor any on a closed one', async () => {
    const { places, sessions, closures } = await app.services.store.read(async (db) => ({
      places: await db.select().from(db.tables.places),
      sessions: await db.select().from(db.tables.providerSessions),
      closures: await db.select().from(db.tables.providerClosures),
    }));
    const taken = new Map<string, number>();
    for (const { providerId, date, slot, state } of places) {
      if (state === 'cancelled') continue;
      const key = `${providerId} ${date} ${slot}`;
      taken.set(key, (taken.get(key) ?? 0) + 1);
      expect(
        closures.filter(
          (closure) =>
            closure.providerId === providerId &&
            closure.fromDate <= date &&
            date <= closure.toDate &&
            (closure.slot === 'all' || closure.slot === slot) &&
            date >= '2025-11-12',
        ),
      ).toEqual([]);
    }
    expect(taken.size).toBeGreaterThan(50);
    for (const [key, pupils] of taken) {
      const [providerId, date = '', slot] = key.split(' ');
      const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
      const session = sessions.find(
        (one) => one.providerId === providerId && one.weekday === weekday && one.slot === slot,
      );
      expect({ key, fits: pupils <= (session?.capacity ?? 0) }).toEqual({ key, fits: true });
    }
  });

  it('leaves an audit row with the seed and the counts', async () => {
    expect(await auditOf(app, 'setup.load-demonstration')).toMatchObject([
      { subjectType: 'demonstration', subjectId: '1', detail: { ...loaded, today: '2025-11-12' } },
    ]);
  });

  it('is refused a second time, and nothing is changed', async () => {
    expect(await app.run('setup.load-demonstration', { seed: 2 })).toMatchObject({
      ok: false,
      error: { code: 'refused', message: expect.stringContaining('nothing was changed') as string },
    });
    expect((await app.must('setup.status', {})).school?.name).toBe(loaded.schoolName);
    expect(await auditOf(app, 'setup.load-demonstration')).toHaveLength(1);
  });

  it('is the same area again for the same seed and day, on another PC', async () => {
    const other = openTestApp();
    try {
      expect(await other.must('setup.load-demonstration', { seed: 1, today: '2025-11-12' })).toEqual(loaded);
    } finally {
      await other.close();
    }
  });
});

describe('the demonstration, not loaded', () => {
  /** Reports to nobody and is cancelled at the `at`th time it is asked. */
  const cancelledAt = (at: number): JobReporter & { asked: number } => {
    const job = {
      asked: 0,
      progress: () => undefined,
      checkCancelled() {
        job.asked += 1;
        if (job.asked === at) throw new JobCancelledError('cancelled by the test');
      },
    };
    return job;
  };

  it.each([1, 2, 3, 9])('leaves an empty database when cancelled at check %i', async (at) => {
    const empty = openTestApp();
    try {
      const job = cancelledAt(at);
      expect(await runWith(empty, { job }, 'setup.load-demonstration', {})).toMatchObject({
        ok: false,
        error: { code: 'cancelled' },
      });
      expect(job.asked).toBe(at);
      expect((await empty.must('setup.status', {})).state).toBe('empty');
      expect(await auditOf(empty, 'setup.load-demonstration')).toEqual([]);
      const left = await empty.services.store.read(async (db) => [
        await db.select().from(db.tables.pupils),
        await db.select().from(db.tables.receivedReturns),
      ]);
      expect(left).toEqual([[], []]);
    } finally {
      await empty.close();
    }
  });

  it('is refused for a seed or a day that is none, and to everybody but the administrator', async () => {
    const empty = openTestApp();
    try {
      for (const [input, path] of [
        [{ seed: -1 }, 'seed'],
        [{ seed: 1.5 }, 'seed'],
        [{ today: '2025-02-30' }, 'today'],
      ] as const) {
        expect(await empty.run('setup.load-demonstration', input)).toMatchObject({
          ok: false,
          error: { code: 'invalid-input', fields: [{ path }] },
        });
      }
      for (const role of ['recorder', 'decider', 'provider-staff', 'governor-clerk', 'authority'] as const) {
        expect(await empty.run('setup.load-demonstration', {}, role)).toMatchObject({
          ok: false,
          error: { code: 'not-permitted' },
        });
      }
      expect((await empty.must('setup.status', {})).state).toBe('empty');
    } finally {
      await empty.close();
    }
  });
});

describe('the cases of the demonstration', () => {
  it('oblige, and most of what they obliged was done; some is overdue, due today and due this week', async () => {
    const board = await app.must('duties.board', {});
    expect(board.overdue.length).toBeGreaterThan(2);
    expect(board.overdue.length).toBeLessThan(25);
    expect(board.today.length).toBeGreaterThan(2);
    expect(board.week.length).toBeGreaterThan(5);
    const duties = await app.services.store.read((db) => db.select().from(db.tables.duties));
    const past = duties.filter(({ dueBy }) => dueBy !== null && dueBy < '2025-11-12');
    expect(past.filter(({ fulfilledOn }) => fulfilledOn !== null).length).toBeGreaterThan(past.length * 0.9);
  });

  it('are cancelled, upheld with the parents’ time running, closed, and followed by a further one', async () => {
    const { rows } = await app.must('exclusions.list', { limit: 500 });
    const states = new Set(rows.map(({ state }) => state));
    expect([...states]).toEqual(expect.arrayContaining(['draft', 'issued', 'cancelled', 'upheld', 'ended']));
    const running = await app.services.store.read((db) =>
      db.select().from(db.tables.duties).where(eq(db.tables.duties.key, 'review-apply')),
    );
    expect(running.some(({ dueBy }) => dueBy !== null && dueBy > '2025-11-12')).toBe(true);
    const chained = await app.services.store.read((db) =>
      db.select().from(db.tables.exclusions).where(isNotNull(db.tables.exclusions.followsId)),
    );
    expect(chained).toMatchObject([{ followsAs: 'further' }]);
  });

  it('were decided by the head or by who acted on that day', async () => {
    const { exclusions, heads } = await app.services.store.read(async (db) => ({
      exclusions: await db.select().from(db.tables.exclusions),
      heads: await db.select().from(db.tables.heads),
    }));
    expect(heads.some(({ acting }) => acting)).toBe(true);
    for (const { decidedBy, decidedOn } of exclusions) {
      if (decidedOn === null) continue;
      const may = heads.filter(
        ({ fromDate, toDate }) => fromDate <= decidedOn && (toDate === null || decidedOn <= toDate),
      );
      expect(may.map(({ name }) => name)).toContain(decidedBy);
    }
  });

  it('have nothing to change when everything is worked out again', async () => {
    const rows = () => app.services.store.read((db) => db.select().from(db.tables.duties));
    const before = await rows();
    const calendar = await app.must('calendar.get', {});
    const { schoolYear, terms, closures } = calendar;
    await app.must('calendar.save', { schoolYear, terms, closures });
    expect(await rows()).toEqual(before);
    const changes = await app.services.store.read((db) => db.select().from(db.tables.dutyChanges));
    // What the book of places noted when the demonstration was made; nothing since.
    expect(new Set(changes.map(({ change }) => change))).toEqual(new Set(['fulfilled']));
  });
});
