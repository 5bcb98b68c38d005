import { sessionsToCover } from '#shared/domain/placements/sessions-to-cover.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import { readCoveredExclusion } from '../storage/repositories/cover.ts';
import { readDuties, type DutyRecord } from '../storage/repositories/duties.ts';
import { fulfilDuties, reopenDuties } from '../storage/repositories/duty-writes.ts';
import { readCalendarIndex } from '../storage/repositories/exclusion-calendar.ts';
import { readActivePlaces } from '../storage/repositories/places.ts';
import { readProviders } from '../storage/repositories/providers.ts';
import type { Db } from '../storage/store.ts';
import type { Context } from './context.ts';
import { homeSchool } from './home-school.ts';

/** What a row says that was noted by the book and not by a person: only such a row is taken back by it. */
const BY_THE_BOOK = 'The book of places';

const EDUCATION: ReadonlySet<string> = new Set(['education-start', 'education-promise']);

/**
 * Education starts on a day when every session of that day has a booked place (a hold may lapse and is none): the duty
 * is then noted as done, and taken back when such a place is given up. Nobody enters it twice. What a person noted by
 * hand stays as it is.
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
    const places = await readActivePlaces(db, clock.now(), { exclusionIds: [exclusionId] });
    const booked = new Map(
      places.filter(({ state }) => state === 'booked').map((place) => [sessionKey(place), place.providerId]),
    );
    const by = { userName: session.userName, at: clock.now() };
    for (const row of rows) {
      const day = toCover.filter(({ date }) => date === row.dueBy).map((one) => booked.get(sessionKey(one)));
      const covered = day.length > 0 && day.every((provider) => provider !== undefined);
      if (covered && row.fulfilledOn === null) {
        const names = (await readProviders(db, { schoolId })).filter(({ id }) => day.includes(id));
        await fulfilDuties(
          db,
          exclusionId,
          [row.key],
          {
            on: clock.today(),
            how: `Place booked at ${names.map(({ name }) => name).join(' and ')}`,
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

const isByTheBook = ({ fulfilledOn, evidence }: DutyRecord): boolean =>
  fulfilledOn !== null && evidence === BY_THE_BOOK;
