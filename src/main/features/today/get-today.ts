import { formatDate } from '#shared/domain/calendar/format-date.ts';
import type { CalendarIndex } from '#shared/domain/calendar/index-calendar.ts';
import { sessionsToCover } from '#shared/domain/placements/sessions-to-cover.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import { exclusionTitle } from '#shared/text/exclusion-words.ts';
import { readCalendarIndex } from '../../storage/repositories/exclusion-calendar.ts';
import { readExclusionsAround } from '../../storage/repositories/exclusion-day.ts';
import { listExclusions } from '../../storage/repositories/exclusions.ts';
import { readProviders } from '../../storage/repositories/providers.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';
import { readStandings } from '../standings.ts';
import { daySheet } from './day-sheet.ts';

/** How far back the last school day is looked for: over the longest holidays. */
const LOOK_BACK_DAYS = 100;

/** Drafts shown; a school with more has them all in its list of exclusions. */
const DRAFTS_SHOWN = 50;

/** Who is out on a day and where each one is, who returns, what has no place, which drafts wait. */
export const getToday: Handler<'today.get'> = ({ read, clock }, input) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const schoolId = home.value.school.id;
    const date = input.date ?? clock.today();
    // Together: to a server each question alone would be a message there and back.
    const [index, providers, drafts] = await Promise.all([
      readCalendarIndex(db, schoolId),
      readProviders(db, { schoolId }),
      listExclusions(db, schoolId, { state: 'draft', limit: DRAFTS_SHOWN }),
    ]);
    const previousDay = index.schoolDaysBetween(addDays(date, -LOOK_BACK_DAYS), addDays(date, -1)).at(-1);
    const nextDay = index.schoolDayAfter(date, 1);
    // From the school day before: who was out until then returns today.
    const exclusions = await readExclusionsAround(db, schoolId, {
      from: previousDay ?? date,
      to: nextDay ?? date,
    });
    const standings = await readStandings(
      db,
      clock,
      exclusions.map(({ exclusion }) => ({
        exclusionId: exclusion.id,
        toCover: sessionsToCover(exclusion, index),
      })),
    );
    const closed = whyClosed(index, date);
    return {
      ok: true,
      value: {
        date,
        label: formatDate(date),
        ...(closed === undefined ? {} : { closed }),
        ...(previousDay === undefined ? {} : { previousDay }),
        ...(nextDay === undefined ? {} : { nextDay }),
        ...daySheet({
          date,
          nextDay,
          index,
          exclusions,
          standings,
          providers: new Map(providers.map((provider) => [provider.id, provider])),
        }),
        drafts: drafts.map(({ exclusion, pupilName }) => ({
          exclusionId: exclusion.id,
          pupilId: exclusion.pupilId,
          name: pupilName,
          title: exclusionTitle(exclusion),
        })),
      },
    };
  });

function whyClosed(index: CalendarIndex, date: IsoDate): string | undefined {
  if (index.isSchoolDay(date)) return undefined;
  if (!index.covered(date)) return 'the term dates of this school year are not entered';
  return index.whyClosed(date, 'am') ?? 'closed';
}
