import { and, eq, gte, inArray, isNull, ne } from 'drizzle-orm';
import { ISSUED_STATES } from '#shared/domain/exclusions/issued-states.ts';
import { orderEvents } from '#shared/domain/duties/order-events.ts';
import type { CaseEvent } from '#shared/domain/duties/types.ts';
import type { PupilHalfDays } from '#shared/domain/returns/cumulative-days.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import { eventOf } from './case-events.ts';
import { readDutiesOf, type DutyRecord } from './duties.ts';
import { groupRows } from './group-rows.ts';
import { inChunks } from './in-chunks.ts';

const IDS_PER_STATEMENT = 500;

/** What the checks of a return ask beyond the records themselves. */
export interface ReturnFacts {
  readonly duties: ReadonlyMap<string, readonly DutyRecord[]>;
  readonly events: ReadonlyMap<string, readonly CaseEvent[]>;
  readonly halfDays: ReadonlyMap<string, PupilHalfDays>;
}

/** Duties and events of the exclusions, and the half days of the pupils from `since` on: four queries for every 500. */
export async function readReturnFacts(
  db: Db,
  exclusionIds: readonly string[],
  pupilIds: readonly string[],
  since: IsoDate,
): Promise<ReturnFacts> {
  const duties: DutyRecord[] = [];
  const events = new Map<string, readonly CaseEvent[]>();
  for (const ids of inChunks(exclusionIds, IDS_PER_STATEMENT)) {
    duties.push(...(await readDutiesOf(db, ids)));
    for (const [id, found] of await eventsOf(db, ids)) events.set(id, found);
  }
  const halfDays = new Map<string, PupilHalfDays>();
  for (const ids of inChunks(pupilIds, IDS_PER_STATEMENT)) {
    const here = groupRows(await halfDaysOf(db, ids, since), ({ pupilId }) => pupilId);
    const earlier = groupRows(await earlierOf(db, ids), ({ pupilId }) => pupilId);
    for (const id of ids) halfDays.set(id, { here: here.get(id) ?? [], earlier: earlier.get(id) ?? [] });
  }
  return { duties: groupRows(duties, ({ exclusionId }) => exclusionId), events, halfDays };
}

async function eventsOf(db: Db, ids: readonly string[]) {
  const { caseEvents: t } = db.tables;
  const rows = await db
    .select()
    .from(t)
    .where(and(inArray(t.exclusionId, [...ids]), isNull(t.voidedAt)));
  return [...groupRows(rows, ({ exclusionId }) => exclusionId)].map(
    ([id, found]) => [id, orderEvents(found.map(eventOf))] as const,
  );
}

async function halfDaysOf(db: Db, pupilIds: readonly string[], since: IsoDate) {
  const { exclusionHalfDays: t, exclusions: x } = db.tables;
  return db
    .select({ pupilId: t.pupilId, exclusionId: t.exclusionId, date: t.date, slot: t.slot })
    .from(t)
    .innerJoin(x, eq(x.id, t.exclusionId))
    .where(
      and(
        inArray(t.pupilId, [...pupilIds]),
        gte(t.date, since),
        eq(t.givenBack, false),
        inArray(x.state, ISSUED_STATES),
        ne(x.kind, 'permanent'),
      ),
    )
    .orderBy(t.date, t.slot);
}

async function earlierOf(db: Db, pupilIds: readonly string[]) {
  const { earlierHalfDays: t } = db.tables;
  return db
    .select({ pupilId: t.pupilId, schoolYear: t.schoolYear, term: t.term, halfDays: t.halfDays })
    .from(t)
    .where(inArray(t.pupilId, [...pupilIds]));
}
