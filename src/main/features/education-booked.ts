import { sessionsToCover } from '#shared/domain/placements/sessions-to-cover.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { readCoveredExclusions } from '../storage/repositories/cover.ts';
import { readDutiesOf, type DutyRecord } from '../storage/repositories/duties.ts';
import { fulfilDuties, reopenDuties } from '../storage/repositories/duty-writes.ts';
import { readCalendarIndex } from '../storage/repositories/exclusion-calendar.ts';
import { groupRows } from '../storage/repositories/group-rows.ts';
import { inChunks } from '../storage/repositories/in-chunks.ts';
import type { Db } from '../storage/store.ts';
import type { Context } from './context.ts';
import { homeSchool } from './home-school.ts';
import { readStandings, type StoodSession } from './standings.ts';

/** What a row says that was noted by the book and not by a person: only such a row is taken back by it. */
const BY_THE_BOOK = 'The book of places';

/** An IN list of ids this long stays far below the engines' limit of parameters. */
const CASES_AT_ONCE = 500;

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
  const rows = (await readDutiesOf(db, [...new Set(exclusionIds)])).filter(
    ({ key, owed }) => owed && EDUCATION.has(key),
  );
  const owing = groupRows(rows, ({ exclusionId }) => exclusionId);
  const index = await readCalendarIndex(db, schoolId);
  const covered = [];
  for (const ids of inChunks([...owing.keys()], CASES_AT_ONCE)) {
    covered.push(...(await readCoveredExclusions(db, schoolId, ids)));
  }
  const standings = await readStandings(
    db,
    clock,
    covered.map((exclusion) => ({ exclusionId: exclusion.id, toCover: sessionsToCover(exclusion, index) })),
  );
  for (const [exclusionId, sessions] of standings) {
    await noteOfCase(db, exclusionId, owing.get(exclusionId) ?? [], sessions, {
      on: clock.today(),
      userName: session.userName,
      at: clock.now(),
    });
  }
}

async function noteOfCase(
  db: Db,
  exclusionId: string,
  rows: readonly DutyRecord[],
  standings: readonly StoodSession[],
  { on, ...by }: { readonly on: IsoDate; readonly userName: string; readonly at: string },
): Promise<void> {
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
          on,
          how: `Place booked at ${[...names].toSorted((a, b) => a.localeCompare(b, 'en-GB')).join(' and ')}`,
          byWhom: by.userName,
          evidence: BY_THE_BOOK,
        },
        { cause: 'every session of the day has a place', ...by },
      );
    } else if (!covered && isByTheBook(row)) {
      await reopenDuties(db, exclusionId, [row.key], { cause: 'a place of that day was given up', ...by });
    }
  }
}

const provided = ({ standing, wantsPlace }: StoodSession): boolean => !wantsPlace && standing !== 'held';

const isByTheBook = ({ fulfilledOn, evidence }: DutyRecord): boolean =>
  fulfilledOn !== null && evidence === BY_THE_BOOK;
