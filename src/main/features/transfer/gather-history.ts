import { referenceTermOf } from '#shared/domain/calendar/school-year.ts';
import { reasonsOn } from '#shared/domain/exclusions/reasons.ts';
import { courseProgress } from '#shared/domain/placements/course-progress.ts';
import { lettersOf } from '#shared/domain/support/risk-categories.ts';
import { handOnDays } from '#shared/domain/transfer/hand-on-days.ts';
import { statementsOf } from '#shared/domain/transfer/statements-of.ts';
import type { PupilHistory, TermDays } from '#shared/domain/transfer/types.ts';
import { sayReason } from '#shared/text/support-words.ts';
import { readRegister } from '../../storage/repositories/at-risk-entries.ts';
import { readEarlierRecords } from '../../storage/repositories/earlier-records.ts';
import {
  countedExclusions,
  readIssuedExclusions,
  type IssuedExclusion,
} from '../../storage/repositories/exclusion-history.ts';
import { groupRows } from '../../storage/repositories/group-rows.ts';
import { readPupilCase } from '../../storage/repositories/pupil-case.ts';
import { readEarlierDays } from '../../storage/repositories/pupil-earlier-days.ts';
import { readPupilSupport, type PupilSupport } from '../../storage/repositories/pupil-support.ts';
import { readCourses, readStayReport } from '../../storage/repositories/stay-records.ts';
import { readStayPlaces, readStays } from '../../storage/repositories/stays.ts';
import type { Db } from '../../storage/store.ts';

interface Asked {
  readonly schoolId: string;
  readonly laEstab: string;
  readonly pupilId: string;
  /** UTC ISO. */
  readonly now: string;
}

/**
 * All that goes with a pupil to the next school: what is on record here, and what earlier schools handed on, each part
 * once. The half days of a term are those that are counted here, and each says from which school it is.
 */
export async function gatherHistory(db: Db, asked: Asked): Promise<PupilHistory> {
  const { pupilId, laEstab, now } = asked;
  const counted = countedExclusions(await readIssuedExclusions(db, pupilId));
  const done = await readPupilSupport(db, pupilId);
  const statements = statementsOf(await readEarlierRecords(db, pupilId), laEstab);
  const earlier = handOnDays(await readEarlierDays(db, pupilId), statements);
  const own: PupilHistory = {
    madeAt: now,
    exclusions: await exclusionsOf(db, pupilId, counted, done),
    halfDays: daysOf(counted),
    placements: await placementsOf(db, asked),
    courses: await coursesOf(db, pupilId),
    support: await supportOf(db, asked, done),
    targets: done.targets.map(({ target, state }) => ({ target, state })),
    referrals: done.referrals.map(({ answer, ...referral }) => ({
      ...referral,
      ...(answer === null ? {} : { answer }),
    })),
  };
  const withEarlier = <T extends object>(part: (of: PupilHistory) => readonly T[]) => [
    ...statements.flatMap(({ school, history }) => part(history).map((item) => ({ ...item, at: school }))),
    ...part(own),
  ];
  return {
    madeAt: now,
    halfDays: [...earlier, ...own.halfDays],
    exclusions: inOrder(
      withEarlier(({ exclusions }) => exclusions),
      ({ from }) => from,
    ),
    placements: inOrder(
      withEarlier(({ placements }) => placements),
      ({ from }) => from,
    ),
    courses: withEarlier(({ courses }) => courses),
    support: inOrder(
      withEarlier(({ support }) => support),
      ({ since }) => since,
    ),
    targets: withEarlier(({ targets }) => targets),
    referrals: inOrder(
      withEarlier(({ referrals }) => referrals),
      ({ on }) => on,
    ),
  };
}

/** Oldest first, whichever school it was at. */
const inOrder = <T>(items: readonly T[], day: (item: T) => string): readonly T[] =>
  items.toSorted((a, b) => day(a).localeCompare(day(b)));

async function exclusionsOf(
  db: Db,
  pupilId: string,
  counted: readonly IssuedExclusion[],
  { whatWorked }: PupilSupport,
): Promise<PupilHistory['exclusions']> {
  const reasons = groupRows((await readPupilCase(db, pupilId)).reasons, ({ exclusionId }) => exclusionId);
  return counted.map(({ id, kind, start, end, halfDays }) => {
    const known = reasonsOn(start.date);
    const worked = whatWorked.get(id);
    return {
      kind,
      from: start.date,
      ...(end === undefined ? {} : { to: end.date }),
      ...(kind === 'permanent' ? {} : { halfDays: halfDays.length }),
      reasons: (reasons.get(id) ?? []).map(
        (reason) => known.find(({ code }) => code === reason.code)?.description ?? reason.code,
      ),
      ...(worked === undefined ? {} : { whatWorked: worked }),
    };
  });
}

/** By the national dates of terms, which are the same at the next school: there the days are counted by them too. */
function daysOf(counted: readonly IssuedExclusion[]): readonly TermDays[] {
  const sums = new Map<string, TermDays>();
  for (const { kind, halfDays } of counted) {
    if (kind === 'permanent') continue;
    for (const { date } of halfDays) {
      const { schoolYear, name: term } = referenceTermOf(date);
      const key = `${String(schoolYear)} ${term}`;
      sums.set(key, { schoolYear, term, halfDays: (sums.get(key)?.halfDays ?? 0) + 1 });
    }
  }
  return [...sums.values()];
}

async function placementsOf(db: Db, { schoolId, pupilId }: Asked): Promise<PupilHistory['placements']> {
  const stays = await readStays(db, schoolId, { pupilId });
  const places = groupRows(
    await readStayPlaces(
      db,
      stays.map(({ id }) => id),
    ),
    ({ placementId }) => placementId,
  );
  const found: PupilHistory['placements'][number][] = [];
  for (const { id, providerName } of stays) {
    const booked = (places.get(id) ?? []).filter(({ state }) => state === 'booked');
    const [first, last] = [booked[0], booked.at(-1)];
    if (first === undefined || last === undefined) continue;
    const report = await readStayReport(db, id);
    const finished = report !== undefined && report.finishedOn !== null;
    found.push({
      provider: providerName,
      from: first.date,
      to: last.date,
      sessions: booked.length,
      attended: booked.filter(({ outcome }) => outcome === 'attended').length,
      ...(finished
        ? { report: { work: report.work, behaviour: report.behaviour, nextSteps: report.nextSteps } }
        : {}),
    });
  }
  return found;
}

const coursesOf = async (db: Db, pupilId: string): Promise<PupilHistory['courses']> =>
  courseProgress([], await readCourses(db, pupilId), '').map(({ course, done, total }) => ({
    course,
    done,
    total,
  }));

async function supportOf(
  db: Db,
  { schoolId, pupilId }: Asked,
  { keyWorkers }: PupilSupport,
): Promise<PupilHistory['support']> {
  const entries = await readRegister(db, schoolId, { pupilId });
  return entries.map(({ id, since, reasons, level, signedOffOn, signedOffReason }) => {
    const worker = keyWorkers.get(id);
    return {
      since,
      categories: [...lettersOf(reasons)],
      why: reasons.map(({ fact }) => sayReason(fact)),
      ...(level === null ? {} : { level }),
      ...(worker === undefined ? {} : { keyWorker: worker.name, keyWorkerRole: worker.role }),
      ...(signedOffOn === null ? {} : { signedOffOn }),
      ...(signedOffReason === null ? {} : { signedOffWhy: signedOffReason }),
    };
  });
}
