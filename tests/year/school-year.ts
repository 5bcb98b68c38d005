import { generateArea } from '#main/demonstration/generate-area.ts';
import { homeSchoolRows, pupilId } from '#main/demonstration/home-school-rows.ts';
import { insertAll } from '#main/storage/repositories/insert-all.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import type { AreaExclusion } from '#main/demonstration/types.ts';
import { openTestApp, type TestApp } from '../builders/app.ts';

/** The school of the demonstration before its year begins: roll, contacts, heads, calendar, and nobody excluded. */
export interface YearSchool {
  readonly app: TestApp;
  /** What will be decided during the year, by the day it is recorded. */
  readonly decisions: ReadonlyMap<string, readonly AreaExclusion[]>;
  readonly pupilOf: (exclusion: AreaExclusion) => string;
  readonly inCare: (exclusion: AreaExclusion) => boolean;
  readonly relations: (pupil: string) => ReadonlySet<string>;
  goTo(day: string): void;
}

export async function openYearSchool(schoolYear: number): Promise<YearSchool> {
  // Invented from the end of the year, so that all of the year is there.
  const area = generateArea({ seed: 5, today: `${String(schoolYear + 1)}-07-28` });
  const { homeSchool } = area;
  const app = openTestApp(`${String(schoolYear)}-09-01`);
  const rows = homeSchoolRows(area, app.services.clock.now());
  const from = `${String(schoolYear)}-09-01`;
  const chosen = homeSchool.exclusions.filter(
    ({ start, state, course }) => state === 'issued' && start.date >= from && course === undefined,
  );
  const excluded = new Set(chosen.map(({ pupil }) => pupilId(pupil)));
  await app.services.store.write(async (db) => {
    const t = db.tables;
    await insertAll(db, t.schools, rows.schools);
    await insertAll(db, t.workspace, [{ ...rows.workspace, demonstration: false }]);
    await insertAll(db, t.terms, rows.terms);
    await insertAll(db, t.closures, rows.closures);
    await insertAll(db, t.sessionTimes, rows.sessionTimes);
    await insertAll(db, t.heads, rows.heads);
    await insertAll(
      db,
      t.pupils,
      rows.pupils.filter(({ id }) => excluded.has(id)),
    );
    await insertAll(
      db,
      t.contacts,
      rows.contacts.filter((contact) => excluded.has(contact.pupilId)),
    );
  });
  const decisions = new Map<string, AreaExclusion[]>();
  for (const one of chosen) decisions.set(one.recordedOn, [...(decisions.get(one.recordedOn) ?? []), one]);
  return {
    app,
    decisions,
    pupilOf: ({ pupil }) => pupilId(pupil),
    inCare: ({ pupil }) => homeSchool.pupils[pupil]?.inCare === true,
    relations: (pupil) =>
      new Set(rows.contacts.filter((one) => one.pupilId === pupil).map(({ relation }) => relation)),
    goTo: (day) => {
      const moved: Clock = { now: () => `${day}T12:00:00.000Z`, today: () => day };
      Object.assign(app.services.clock, moved);
    },
  };
}
