import { indexCalendar } from '#shared/domain/calendar/index-calendar.ts';
import { addDays } from '#shared/kernel/plain-date.ts';
import { ok, refuse } from '#shared/kernel/result.ts';
import { earlierYears } from '../../demonstration/earlier-years.ts';
import { generateArea } from '../../demonstration/generate-area.ts';
import { areaComparators } from '../../demonstration/area-comparators.ts';
import { returnsOf } from '../../demonstration/returns-of.ts';
import { homeSchoolRows } from '../../demonstration/home-school-rows.ts';
import { demonstrationCases, type DemonstrationCases } from './demonstration-cases.ts';
import { demonstrationRefused } from '../../demonstration/refused-files.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { DemonstrationArea } from '../../demonstration/types.ts';
import { readBytes } from '../../receiving/read-bytes.ts';
import { keepQuarantined } from '../../storage/repositories/quarantine.ts';
import { areaReceivedRows, earlierReceivedRows } from '../../demonstration/area-received-rows.ts';
import { insertAll } from '../../storage/repositories/insert-all.ts';
import { inChunks } from '../../storage/repositories/in-chunks.ts';
import { keepReceived } from '../../storage/repositories/received-writes.ts';
import type { Db } from '../../storage/store.ts';
import type { Handler } from '../context.ts';
import { noteBookedEducation } from '../education-booked.ts';
import { addDemonstrationPanels } from './demonstration-panels.ts';
import { addDemonstrationPlans } from './demonstration-plans.ts';
import { addDemonstrationReferrals } from './demonstration-referrals.ts';
import { addDemonstrationGrids } from './demonstration-grids.ts';
import { addDemonstrationReturns } from './demonstration-returns.ts';
import { addDemonstrationStays, demonstrationPair } from './demonstration-stays.ts';
import { addDemonstrationSupport } from './demonstration-support.ts';
import { addDemonstrationTransfer } from './demonstration-transfer.ts';
import { addDemonstrationWayBack } from './demonstration-way-back.ts';
import { requireEmptyDatabase } from './empty-database.ts';

/** Exclusions that began longer ago than this have their education noted as done. */
const PLACED_DAYS = 30;

const RETURNS_AT_ONCE = 25;

/**
 * Fills an empty database with the invented area: the home school's records and, for the authority, every return but
 * those of the latest census, which are left to be imported.
 */
export const loadDemonstration: Handler<'setup.load-demonstration'> = async (context, input) => {
  const { job, clock, change, session } = context;
  if (!(await context.read(requireEmptyDatabase)).ok) {
    return refuse(
      'refused',
      'This database holds records already. The demonstration needs an empty one; nothing was changed.',
    );
  }
  job.progress(undefined, 'Inventing the area');
  const today = input.today ?? clock.today();
  const area = generateArea({ seed: input.seed, today });
  const { received } = returnsOf(area);
  const latest = received.at(-1)?.census;
  const earlier = received.filter(
    ({ census }) => census.term !== latest?.term || census.year !== latest.year,
  );
  const before = earlierYears(area);
  const invented = homeSchoolRows(area, clock.now());
  const rows = { ...invented, ...demonstrationCases(area, invented) };
  const refused = await readRefused(area, today);
  return change(async (db) => {
    const empty = await requireEmptyDatabase(db);
    if (!empty.ok) return empty;
    await insertHomeSchool(db, rows, () => job.checkCancelled());
    await addDemonstrationStays(db, rows.placements, today);
    const pair = demonstrationPair(rows.places, today);
    if (pair) {
      await db.insert(db.tables.keepApart).values({
        id: 'demo-apart-1',
        pupilA: pair[0],
        pupilB: pair[1],
        reason: 'Fought in the dining hall last month',
        fromDate: today,
        madeBy: 'Demonstration',
        madeAt: clock.now(),
      });
    }
    await addDemonstrationSupport(db, rows.exclusions, today);
    await addDemonstrationTransfer(db, rows.schools[0]?.id ?? '', today);
    for (const { id: schoolId } of rows.schools.slice(0, 1)) {
      await addDemonstrationPlans(db, schoolId, today);
      await addDemonstrationReferrals(db, schoolId, today);
      await addDemonstrationPanels(db, schoolId, today);
    }
    await addDemonstrationWayBack(db, rows, indexCalendar(area.homeSchool.calendar), today);
    await addDemonstrationGrids(db, area, session.userName);
    const beside = areaComparators(area);
    await insertAll(db, db.tables.authoritySchools, beside.schools);
    await insertAll(db, db.tables.schoolProfiles, beside.profiles);
    await insertAll(db, db.tables.authorityGroups, beside.groups);
    await addDemonstrationReturns(db, {
      area,
      schoolId: rows.schools[0]?.id ?? '',
      earlier,
      permanentId: rows.exclusions.findLast(({ kind, state }) => kind === 'permanent' && state === 'issued')
        ?.id,
    });
    const booked = rows.exclusions.filter(
      ({ state, startDate }) => state !== 'draft' && (startDate ?? '') > addDays(today, -PLACED_DAYS),
    );
    // Booked the day before: what is done today is for the user to do.
    const yesterday = { now: clock.now, today: () => addDays(today, -1) };
    await noteBookedEducation(
      db,
      { clock: yesterday, session: { ...session, userName: 'Demonstration' } },
      booked.map(({ id }) => id),
    );
    for (const [at, some] of inChunks([...earlier.entries()], RETURNS_AT_ONCE).entries()) {
      const done = at * RETURNS_AT_ONCE;
      job.progress(done / earlier.length, `Returns of earlier censuses: ${done + 1} of ${earlier.length}`);
      await keepReceived(
        db,
        some.map(([place, one]) => {
          job.checkCancelled();
          return areaReceivedRows(one, place, session.userName);
        }),
      );
    }
    for (const [at, { name: fileName, ...file }] of refused.entries()) {
      await keepQuarantined(db, {
        ...file,
        id: `demonstration-refused-${at + 1}`,
        fileName,
        refusedAt: clock.now(),
        refusedBy: session.userName,
      });
    }
    for (const some of inChunks([...before.entries()], RETURNS_AT_ONCE)) {
      job.checkCancelled();
      await keepReceived(
        db,
        some.map(([place, document]) => earlierReceivedRows(document, place, session.userName)),
      );
    }
    const value = {
      schoolName: area.homeSchool.school.name,
      pupils: rows.pupils.length,
      exclusions: rows.exclusions.length,
      returns: before.length + earlier.length,
    };
    return ok({
      value,
      audit: { subjectType: 'demonstration', subjectId: String(input.seed), detail: { ...value, today } },
    });
  });
};

/** What is wrong with the files that the authority could not take, as its import found it. */
async function readRefused(area: DemonstrationArea, today: IsoDate) {
  const order = {
    authority: area.la.code,
    laEstab: undefined,
    today,
    known: new Set<string>(),
    mappings: new Map(),
  };
  const files = [];
  for (const { name, bytes } of demonstrationRefused(area)) {
    const read = await readBytes(0, { name, bytes }, order);
    if (read.kind !== 'refused' || read.sha256 === undefined) continue;
    const { sha256, size, message, problems } = read;
    const content = Buffer.from(bytes).toString('base64');
    files.push({ name, sha256, size, content, message, problems: [...problems] });
  }
  return files;
}

async function insertHomeSchool(
  db: Db,
  rows: ReturnType<typeof homeSchoolRows> & DemonstrationCases,
  checkCancelled: () => void,
): Promise<void> {
  const t = db.tables;
  await insertAll(db, t.schools, rows.schools);
  await insertAll(db, t.workspace, [rows.workspace]);
  await insertAll(db, t.terms, rows.terms);
  await insertAll(db, t.closures, rows.closures);
  await insertAll(db, t.sessionTimes, rows.sessionTimes);
  await insertAll(db, t.heads, rows.heads);
  await insertAll(db, t.schoolDetails, [rows.schoolDetails]);
  await insertAll(db, t.pupils, rows.pupils);
  await insertAll(db, t.contacts, rows.contacts);
  await insertAll(db, t.exams, rows.exams);
  checkCancelled();
  await insertAll(db, t.exclusions, rows.exclusions);
  await insertAll(db, t.exclusionReasons, rows.exclusionReasons);
  await insertAll(db, t.exclusionHalfDays, rows.exclusionHalfDays);
  await insertAll(db, t.caseEvents, rows.caseEvents);
  await insertAll(db, t.duties, rows.duties);
  await insertAll(db, t.requestedAbsences, [rows.absence]);
  checkCancelled();
  await insertAll(db, t.providers, rows.providers);
  await insertAll(db, t.providerSessions, rows.providerSessions);
  await insertAll(db, t.providerAdults, rows.providerAdults);
  await insertAll(db, t.placements, rows.placements);
  await insertAll(db, t.places, rows.places);
  await insertAll(db, t.pupils, rows.visiting.pupils);
  await insertAll(db, t.placements, rows.visiting.placements);
  await insertAll(db, t.places, rows.visiting.places);
  // Closures last: their trigger would refuse places of the past that were kept when a closure came later.
  await insertAll(db, t.providerClosures, rows.providerClosures);
}
