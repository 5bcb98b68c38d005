import { sessionsToCover } from '#shared/domain/placements/sessions-to-cover.ts';
import { readCoveredExclusion } from '../storage/repositories/cover.ts';
import { readDuties, type DutyRecord } from '../storage/repositories/duties.ts';
import { fulfilDuties, reopenDuties } from '../storage/repositories/duty-writes.ts';
import { readCalendarIndex } from '../storage/repositories/exclusion-calendar.ts';
import type { Db } from '../storage/store.ts';
import type { Context } from './context.ts';
import { homeSchool } from './home-school.ts';
import { readStandings, type StoodSession } from './standings.ts';

/** What a row says that was noted by the book and not by a person: only such a row is taken back by it. */
const BY_THE_BOOK = 'The book of places';

const EDUCATION: ReadonlySet<string> = new Set(['education-start', 'education-promise']);

/**
 * Education starts on a day when every session of that day has a booked place: the duty is then noted as done, and taken
 * back when such a place is given up. Nobody enters it twice. A hold may lapse and is none, nor is work at home without
 * a visit; a place that was there and not taken up is one. What a person noted by hand stays as it is.
 */
export async function noteBookedEducation(
  db: Db,
  { clock, session }: Pick<Context, 'clock' | 'session'>,
  exclusionIds: readonly string[],
): Promise<void> {
  const home = await homeSchool(db);
  if (!home.ok) return;
  const schoolId = home.value.school.id;
  for (const exclusionId of new Set(exclusionIds)) {
    const rows = (await readDuties(db, exclusionId)).filter(({ key, owed }) => owed && EDUCATION.has(key));
    if (rows.length === 0) continue;
    const exclusion = await readCoveredExclusion(db, schoolId, exclusionId);
    if (exclusion === undefined) continue;
    const toCover = sessionsToCover(exclusion, await readCalendarIndex(db, schoolId));
    const standings = (await readStandings(db, clock, [{ exclusionId, toCover }])).get(exclusionId) ?? [];
    const by = { userName: session.userName, at: clock.now() };
    for (const row of rows) {
      const day = standings.filter(({ date }) => date === row.dueBy);
      const covered = day.length > 0 && day.every(provided);
      if (covered && row.fulfilledOn === null) {
        const names = new Set(day.flatMap(({ place }) => place?.providerName ?? []));
        await fulfilDuties(
          db,
          exclusionId,
          [row.key],
          {
            on: clock.today(),
            how: `Place booked at ${[...names].toSorted((a, b) => a.localeCompare(b, 'en-GB')).join(' and ')}`,
            byWhom: session.userName,
            evidence: BY_THE_BOOK,
          },
          { cause: 'every session of the day has a place', ...by },
        );
      } else if (!covered && isByTheBook(row)) {
        await reopenDuties(db, exclusionId, [row.key], { cause: 'a place of that day was given up', ...by });
      }
    }
  }
}

const provided = ({ standing, wantsPlace }: StoodSession): boolean => !wantsPlace && standing !== 'held';

const isByTheBook = ({ fulfilledOn, evidence }: DutyRecord): boolean =>
  fulfilledOn !== null && evidence === BY_THE_BOOK;
