import { addDays } from '#shared/kernel/plain-date.ts';
import { insertAll } from '#main/storage/repositories/insert-all.ts';
import { insertPupils } from '#main/storage/repositories/pupil-roll.ts';
import type { Db } from '#main/storage/store.ts';
import type { TestApp } from '../../builders/app.ts';
import { addExclusion } from '../../builders/pupil-exclusion.ts';
import { wholeWeek } from '../../builders/provider-book.ts';
import { setUpSchool } from '../../builders/school.ts';
import { inventPupils, pupilRows } from './invent-pupils.ts';

const PROVIDERS = 60;
/** Each out for the whole week of ten sessions: 400 places. */
export const PUPILS = 40;
export const MONDAY = '2025-11-17';
export const WEEK = [0, 1, 2, 3, 4].map((day) => addDays(MONDAY, day));
const SESSIONS = WEEK.flatMap((date) => (['am', 'pm'] as const).map((slot) => [date, slot] as const));

/** The exclusion of the pupil with this number. */
export const exclusionId = (pupil: number): string => `exclusion-${String(pupil)}`;
const providerId = (at: number): string => `provider-${String(at % PROVIDERS)}`;

/** A week of a large area: 60 providers, 40 pupils out for all of it, 400 places spread over the providers. */
export async function fillBook(app: TestApp): Promise<void> {
  await setUpSchool(app, { promiseFromDay: 1 });
  const pupils = pupilRows(inventPupils(PUPILS));
  await app.services.store.write((db) => insertPupils(db, pupils));
  await bookWeek(
    app,
    pupils.map(({ id }) => id),
  );
}

/** The same week for pupils who are on the roll already. */
export async function bookWeek(app: TestApp, pupilIds: readonly string[]): Promise<void> {
  for (const [at, pupilId] of pupilIds.entries()) {
    await addExclusion(app, { id: exclusionId(at), pupilId, halfDays: SESSIONS });
  }
  await app.services.store.write((db) => insertBook(db, pupilIds));
}

/** Each pupil's week is spread over the providers, a day at each. */
async function insertBook(db: Db, pupils: readonly string[]): Promise<void> {
  const providers = Array.from({ length: PROVIDERS }, (_, at) => providerId(at));
  await insertAll(
    db,
    db.tables.providers,
    providers.map((id, at) => ({
      id,
      schoolId: 'school-1',
      kind: 'pru' as const,
      name: `Provider ${String(at)}`,
      active: true,
      version: 1,
    })),
  );
  await insertAll(
    db,
    db.tables.providerSessions,
    providers.flatMap((id) => wholeWeek(8).map((session) => ({ providerId: id, ...session }))),
  );
  const stays = pupils.flatMap((pupilId, at) =>
    WEEK.map((date, day) => ({
      id: `${exclusionId(at)} ${date}`,
      exclusionId: exclusionId(at),
      pupilId,
      providerId: providerId(at * WEEK.length + day),
      date,
    })),
  );
  await insertAll(
    db,
    db.tables.placements,
    stays.map(({ date, ...stay }) => ({
      ...stay,
      schoolId: 'school-1',
      purpose: 'exclusion' as const,
      pupilGroup: 'secondary' as const,
      expectedFrom: date,
      expectedTo: date,
      madeBy: 'Bench',
      madeAt: MONDAY,
      version: 1,
    })),
  );
  await insertAll(
    db,
    db.tables.places,
    stays.flatMap(({ id, ...stay }) =>
      (['am', 'pm'] as const).map((slot) => ({
        ...stay,
        id: `${id} ${slot}`,
        placementId: id,
        schoolId: 'school-1',
        slot,
        state: 'booked' as const,
      })),
    ),
  );
}
