import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ISSUED_STATES } from '#shared/domain/exclusions/issued-states.ts';
import { sqliteSchema } from '#main/storage/schema/schema.ts';
import { guardOf } from '#main/storage/guard-of.ts';
import type { Db, Store } from '#main/storage/store.ts';
import { STAY_GUARDS } from './stay-guards.ts';
import { NOW, must, openStore, placeOf, seedPlaces } from '../builders/database.ts';

let store: Store;

beforeEach(async () => {
  store = openStore();
  await seedPlaces(store, 3, 2);
});

afterEach(() => store.close());

const guardThatStops = async (work: (db: Db) => Promise<unknown>) =>
  store
    .write(async (db) => {
      await work(db);
      return undefined;
    })
    .then(
      () => 'nothing',
      (error: unknown) => guardOf(error) ?? describe_(error),
    );

const describe_ = (error: unknown): string => {
  const messages: string[] = [];
  for (let at = error; at instanceof Error; at = at.cause) messages.push(at.message);
  return messages.join(' / ');
};

describe('the database itself', () => {
  it('refuses one place more than the session has, whoever writes', async () => {
    await must(store, (db) => db.insert(db.tables.places).values([placeOf(1), placeOf(2, {})]));
    expect(await guardThatStops((db) => db.insert(db.tables.places).values(placeOf(3)))).toBe('place-full');
  });

  it('counts held places like booked ones', async () => {
    const held = { ...placeOf(1), state: 'held' as const, heldUntil: '2025-11-11T00:00:00.000Z' };
    await must(store, (db) => db.insert(db.tables.places).values([held, placeOf(2)]));
    expect(await guardThatStops((db) => db.insert(db.tables.places).values(placeOf(3)))).toBe('place-full');
  });

  it('gives a cancelled place to the next pupil, and refuses to revive it when it is taken', async () => {
    await must(store, (db) => db.insert(db.tables.places).values([placeOf(1), placeOf(2)]));
    await must(store, (db) =>
      db
        .update(db.tables.places)
        .set({ state: 'cancelled', endedReason: 'moved' })
        .where(eq(db.tables.places.id, 'place1')),
    );
    await must(store, (db) => db.insert(db.tables.places).values(placeOf(3)));
    expect(
      await guardThatStops((db) =>
        db.update(db.tables.places).set({ state: 'booked' }).where(eq(db.tables.places.id, 'place1')),
      ),
    ).toBe('place-full');
  });

  it('refuses a session that the provider does not run', async () => {
    expect(
      await guardThatStops((db) => db.insert(db.tables.places).values(placeOf(1, { date: '2025-11-11' }))),
    ).toBe('place-full');
  });

  it('refuses a closed day', async () => {
    await must(store, (db) =>
      db.insert(db.tables.providerClosures).values({
        id: 'c',
        providerId: 'pru',
        fromDate: '2025-11-10',
        toDate: '2025-11-10',
        slot: 'am',
        reason: 'Boiler',
      }),
    );
    expect(await guardThatStops((db) => db.insert(db.tables.places).values(placeOf(1)))).toBe(
      'provider-closed',
    );
  });

  it.each(STAY_GUARDS)('stops what a stay may not do: $what', async ({ prepare, place, guard }) => {
    await must(store, async (db) => {
      await db.update(db.tables.providerSessions).set({ capacity: 9 });
      await prepare(db);
    });
    expect(await guardThatStops((db) => db.insert(db.tables.places).values(place))).toBe(guard);
  });

  it('refuses a place that differs from its stay, and keeps enquiries and what a stay owes', async () => {
    expect(
      await guardThatStops((db) => db.insert(db.tables.places).values({ ...placeOf(1), pupilId: 'p2' })),
    ).toMatch(/differs from its placement/);
    await must(store, (db) =>
      db.insert(db.tables.placeEnquiries).values({
        id: 'e',
        exclusionId: 'x1',
        providerName: 'Elm Centre',
        askedOn: '2025-11-10',
        askedBy: 'A',
        answer: 'no-place',
        fromDate: '2025-11-10',
        toDate: '2025-11-10',
        recordedAt: NOW,
      }),
    );
    expect(await guardThatStops((db) => db.update(db.tables.placeEnquiries).set({ note: 'x' }))).toMatch(
      /evidence/,
    );
    expect(await guardThatStops((db) => db.delete(db.tables.placeEnquiries))).toMatch(/evidence/);
  });

  it('refuses two places of one pupil at once', async () => {
    await must(store, (db) => db.insert(db.tables.places).values(placeOf(1)));
    expect(
      await guardThatStops((db) => db.insert(db.tables.places).values(placeOf(1, { id: 'again' }))),
    ).toBe('pupil-placed-twice');
  });

  it('refuses two exclusions of one pupil in the same half day', async () => {
    const halfDay = {
      exclusionId: 'x1',
      pupilId: 'p1',
      date: '2025-11-10',
      slot: 'am' as const,
      givenBack: false,
    };
    await must(store, (db) => db.insert(db.tables.exclusionHalfDays).values(halfDay));
    expect(
      await guardThatStops((db) =>
        db.insert(db.tables.exclusionHalfDays).values({ ...halfDay, exclusionId: 'x2' }),
      ),
    ).toBe('pupil-excluded-twice');
  });

  it('keeps issued exclusions, places and the audit trail', async () => {
    await must(store, (db) => db.insert(db.tables.places).values(placeOf(1)));
    await must(store, (db) =>
      db.insert(db.tables.audit).values({ at: 'now', userName: 'A', role: 'decider', operation: 'x' }),
    );
    expect(await guardThatStops((db) => db.delete(db.tables.exclusions))).toMatch(/kept/);
    expect(await guardThatStops((db) => db.delete(db.tables.places))).toMatch(/kept as history/);
    expect(await guardThatStops((db) => db.delete(db.tables.audit))).toMatch(/append-only/);
    expect(await guardThatStops((db) => db.update(db.tables.audit).set({ userName: 'B' }))).toMatch(
      /append-only/,
    );
    expect(await guardThatStops((db) => db.update(db.tables.exclusions).set({ state: 'draft' }))).toMatch(
      /cannot become a draft/,
    );
  });

  it('frees a half day that was given back, and keeps it as history', async () => {
    const halfDay = { exclusionId: 'x1', pupilId: 'p1', date: '2025-11-10', slot: 'am' as const };
    const { exclusionHalfDays } = sqliteSchema;
    await must(store, (db) => db.insert(exclusionHalfDays).values({ ...halfDay, givenBack: true }));
    await must(store, (db) =>
      db.insert(exclusionHalfDays).values({ ...halfDay, exclusionId: 'x2', givenBack: false }),
    );
    expect(await guardThatStops((db) => db.update(exclusionHalfDays).set({ givenBack: false }))).toBe(
      'pupil-excluded-twice',
    );
    expect(await guardThatStops((db) => db.delete(exclusionHalfDays))).toMatch(/kept as history/);
  });

  it('keeps an exclusion in whatever state after the draft', async () => {
    for (const state of ISSUED_STATES) {
      await must(store, (db) => db.update(db.tables.exclusions).set({ state }));
      expect(await guardThatStops((db) => db.delete(db.tables.exclusions))).toMatch(/kept/);
    }
  });

  it('keeps events, fulfilled duties, the history of duties and the issue log', async () => {
    await must(store, async (db) => {
      const t = db.tables;
      const by = { recordedBy: 'Clerk', recordedAt: NOW };
      await db
        .insert(t.caseEvents)
        .values({ id: 'e', exclusionId: 'x1', type: 'returned', onDate: '2025-11-11', note: '', ...by });
      const duty = {
        exclusionId: 'x1',
        party: 'parents' as const,
        owedBy: 'school' as const,
        basis: 'law' as const,
        owed: true,
        withoutDelay: true,
        working: [],
        source: 'Test',
        certainty: 'read' as const,
        why: 'It is owed.',
      };
      const done = {
        fulfilledOn: '2025-11-10',
        how: 'phone',
        byWhom: 'Clerk',
        fulfilledBy: 'Clerk',
        fulfilledAt: NOW,
      };
      await db.insert(t.duties).values([
        { ...duty, key: 'done', ...done },
        { ...duty, key: 'open' },
      ]);
      await db.insert(t.dutyChanges).values({
        exclusionId: 'x1',
        key: 'done',
        change: 'fulfilled',
        cause: 'it was done',
        userName: 'Clerk',
        at: NOW,
      });
      await db.insert(t.letters).values({
        id: 'l',
        exclusionId: 'x1',
        templateId: 'parents',
        gaps: {},
        updatedBy: 'Clerk',
        updatedAt: NOW,
        version: 1,
      });
      await db.insert(t.letterIssues).values({
        id: 'i',
        letterId: 'l',
        exclusionId: 'x1',
        templateId: 'parents',
        templateVersion: 1,
        title: 'Letter',
        content: [],
        facts: {},
        sha256: 'abc',
        sentTo: 'Parents',
        sentHow: 'by hand',
        sentOn: '2025-11-10',
        issuedBy: 'Clerk',
        issuedAt: NOW,
      });
    });
    const { caseEvents, duties, dutyChanges, letterIssues } = sqliteSchema;
    expect(await guardThatStops((db) => db.update(caseEvents).set({ backDate: '2025-11-12' }))).toMatch(
      /case_events_back/,
    );
    expect(await guardThatStops((db) => db.delete(caseEvents))).toMatch(/never removed/);
    expect(await guardThatStops((db) => db.delete(duties).where(eq(duties.key, 'done')))).toMatch(/is kept/);
    expect(await guardThatStops((db) => db.delete(duties).where(eq(duties.key, 'open')))).toBe('nothing');
    expect(await guardThatStops((db) => db.delete(dutyChanges))).toMatch(/append-only/);
    expect(await guardThatStops((db) => db.update(dutyChanges).set({ cause: 'x' }))).toMatch(/append-only/);
    expect(await guardThatStops((db) => db.delete(letterIssues))).toMatch(/append-only/);
    expect(await guardThatStops((db) => db.update(letterIssues).set({ title: 'x' }))).toMatch(/append-only/);
    // What erasing does to them goes through, and nothing beside it.
    const erased = { sentTo: '(erased)', sha256: '(erased)', facts: {} };
    const paper = { title: 'Letter', blocks: ['a block'] };
    expect(await guardThatStops((db) => db.update(letterIssues).set({ ...erased, content: paper }))).toMatch(
      /append-only/,
    );
    const empty = { ...erased, content: { ...paper, blocks: [] } };
    expect(await guardThatStops((db) => db.update(letterIssues).set({ ...empty, title: 'x' }))).toMatch(
      /append-only/,
    );
    expect(await guardThatStops((db) => db.update(letterIssues).set(empty))).toBe('nothing');
    const cause = '(erased)';
    expect(await guardThatStops((db) => db.update(dutyChanges).set({ cause, userName: 'x' }))).toMatch(
      /append-only/,
    );
    expect(await guardThatStops((db) => db.update(dutyChanges).set({ cause }))).toBe('nothing');
    expect(await guardThatStops((db) => db.update(duties).set({ how: null }))).toMatch(
      /duties_fulfilled_whole/,
    );
  });

  it('refuses a place that differs from its placement', async () => {
    expect(
      await guardThatStops((db) =>
        db.insert(db.tables.places).values({ ...placeOf(1), pupilId: 'p2', exclusionId: 'x2' }),
      ),
    ).toMatch(/differs from its placement/);
  });

  it('refuses an issued exclusion without its end or its decider', async () => {
    expect(await guardThatStops((db) => db.update(db.tables.exclusions).set({ decidedBy: null }))).toMatch(
      /exclusions_issued_whole/,
    );
    expect(await guardThatStops((db) => db.update(db.tables.exclusions).set({ halfDays: null }))).toMatch(
      /exclusions_length/,
    );
  });
});
