import fc from 'fast-check';
import { expect, it } from 'vitest';
import { replayCases } from '#main/security/replay/replay-cases.ts';
import { replayPlaces } from '#main/security/replay/replay-places.ts';
import { verifyAudit } from '#main/security/verify-audit.ts';
import type { ExclusionApp } from '../builders/exclusion-school.ts';
import { openRandomOffice } from './random-office.ts';
import { tries } from './tries.ts';

const HISTORIES = 40;

const byId = <T extends { readonly id: string }>(rows: readonly T[]): readonly T[] =>
  rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** What the tables have of all cases, in the form of a replay. */
async function storedCases(app: ExclusionApp) {
  return app.services.store.read(async (db) => {
    const t = db.tables;
    const reasons = await db.select().from(t.exclusionReasons).orderBy(t.exclusionReasons.position);
    const days = await db.select().from(t.exclusionHalfDays);
    const events = await db.select().from(t.caseEvents);
    return (await db.select().from(t.exclusions)).map((exclusion) => {
      const own = (row: { readonly exclusionId: string }) => row.exclusionId === exclusion.id;
      return {
        exclusion,
        reasons: reasons.filter(own).map(({ code }) => code),
        halfDays: inOrder(days.filter(own).map(({ date, slot, givenBack }) => ({ date, slot, givenBack }))),
        events: byId(events.filter(own)),
      };
    });
  });
}

const inOrder = <T extends { readonly date: string; readonly slot: string }>(
  days: readonly T[],
): readonly T[] => days.toSorted((a, b) => (`${a.date} ${a.slot}` < `${b.date} ${b.slot}` ? -1 : 1));

/** Waived rules are in the rows as they were waived; the table joins their reasons. The version is for the screens. */
const withoutWaivers = (stay: object): object =>
  Object.fromEntries(
    Object.entries(stay).filter(([key]) => !['overrideReason', 'overrideBy', 'version'].includes(key)),
  );

const trailOf = (app: ExclusionApp) =>
  app.services.store.read((db) => db.select().from(db.tables.audit).orderBy(db.tables.audit.id));

const done = new Map<string, number>();

it('a case, its events and its places are rebuilt from the audit trail alone, whatever its life was', async () => {
  await fc.assert(
    fc.asyncProperty(tries, async (history) => {
      const { app, attempt } = await openRandomOffice();
      try {
        for (const one of history) {
          if (await attempt(one)) done.set(one.does, (done.get(one.does) ?? 0) + 1);
        }
        const trail = await trailOf(app);
        const cases = [...replayCases(trail).values()].map((one) => ({
          ...one,
          halfDays: inOrder(one.halfDays),
          events: one.events.toSorted((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1)),
        }));
        const stored = await storedCases(app);
        const idOf = (one: { readonly exclusion: object }) => String((one.exclusion as { id: unknown }).id);
        const sorted = <T extends { readonly exclusion: object }>(all: readonly T[]) =>
          all.toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
        expect(sorted(cases)).toEqual(sorted(stored));

        const book = replayPlaces(trail);
        const places = await app.services.store.read((db) => db.select().from(db.tables.places));
        expect(byId([...book.places.values()] as { id: string }[])).toEqual(byId(places));
        const stays = await app.services.store.read((db) => db.select().from(db.tables.placements));
        expect(byId([...book.stays.values()] as { id: string }[])).toEqual(byId(stays).map(withoutWaivers));
        expect((await verifyAudit(app.services.store)).found).toBe(0);
      } finally {
        await app.close();
      }
    }),
    { seed: 20251112, numRuns: HISTORIES, endOnFailure: true },
  );
  // A property over nothing would hold as well: every kind of step was done, not only tried.
  const kinds = [
    'draft',
    'change-draft',
    'issue',
    'discard',
    'follow',
    'event',
    'void',
    'cancel',
    'book',
    'confirm',
  ];
  const more = ['end-place', 'change-stay', 'move-stay', 'choose', 'mark'];
  expect([...kinds, ...more].filter((kind) => (done.get(kind) ?? 0) < 3)).toEqual([]);
}, 300_000);
