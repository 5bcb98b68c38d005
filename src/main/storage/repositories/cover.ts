import { and, eq, gte, inArray, or, type SQL } from 'drizzle-orm';
import { ISSUED_STATES } from '#shared/domain/exclusions/issued-states.ts';
import type { ExclusionState } from '#shared/domain/exclusions/types.ts';
import type { PupilGroup } from '#shared/domain/placements/types.ts';
import { yearGroupOf } from '#shared/domain/pupils/year-group.ts';
import { pupilGroupOf } from '#shared/domain/placements/pupil-group.ts';
import { PERMANENT_REACH_DAYS, type ExclusionToCover } from '#shared/domain/placements/sessions-to-cover.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';

/** An exclusion as the book of places sees it. */
export interface CoveredExclusion extends ExclusionToCover {
  readonly id: string;
  readonly pupilId: string;
  readonly schoolId: string;
  readonly state: ExclusionState;
  readonly ruleSet: string;
  readonly halfDays: number | null;
  readonly name: string;
  readonly form: string | null;
  /** National Curriculum year, Reception being 0; null when the roll does not have it. */
  readonly yearGroup: number | null;
  readonly group: PupilGroup;
  /** Looked after when excluded, or now. */
  readonly inCare: boolean;
}

/** One exclusion of a school, draft or issued; undefined when there is none of that id. */
export async function readCoveredExclusion(
  db: Db,
  schoolId: string,
  exclusionId: string,
): Promise<CoveredExclusion | undefined> {
  return (await readCoveredExclusions(db, schoolId, [exclusionId]))[0];
}

/** Those of the given exclusions (at most 500) that are of the school, draft or issued, in no order. One query. */
export async function readCoveredExclusions(
  db: Db,
  schoolId: string,
  exclusionIds: readonly string[],
): Promise<readonly CoveredExclusion[]> {
  const { exclusions } = db.tables;
  return select(db, and(eq(exclusions.schoolId, schoolId), inArray(exclusions.id, [...exclusionIds])));
}

/** Issued exclusions of a school that may have sessions to cover on `today` or later. One query. */
export async function readExclusionsToCover(
  db: Db,
  schoolId: string,
  today: IsoDate,
): Promise<readonly CoveredExclusion[]> {
  const { exclusions } = db.tables;
  return select(
    db,
    and(
      eq(exclusions.schoolId, schoolId),
      inArray(exclusions.state, ISSUED_STATES),
      or(
        and(eq(exclusions.kind, 'fixed-period'), gte(exclusions.endDate, today)),
        and(
          eq(exclusions.kind, 'permanent'),
          gte(exclusions.startDate, addDays(today, -PERMANENT_REACH_DAYS)),
        ),
      ),
    ),
  );
}

/** All issued exclusions of a pupil. */
export async function readExclusionsOfPupilToCover(
  db: Db,
  schoolId: string,
  pupilId: string,
): Promise<readonly CoveredExclusion[]> {
  const { exclusions } = db.tables;
  return select(
    db,
    and(
      eq(exclusions.schoolId, schoolId),
      eq(exclusions.pupilId, pupilId),
      inArray(exclusions.state, ISSUED_STATES),
    ),
  );
}

async function select(db: Db, where: SQL | undefined): Promise<readonly CoveredExclusion[]> {
  const { exclusions, pupils, schools } = db.tables;
  const rows = await db
    .select({
      id: exclusions.id,
      pupilId: exclusions.pupilId,
      schoolId: exclusions.schoolId,
      kind: exclusions.kind,
      state: exclusions.state,
      ruleSet: exclusions.ruleSet,
      startDate: exclusions.startDate,
      startSlot: exclusions.startSlot,
      endDate: exclusions.endDate,
      endSlot: exclusions.endSlot,
      stoppedOn: exclusions.stoppedOn,
      stoppedSlot: exclusions.stoppedSlot,
      halfDays: exclusions.halfDays,
      surname: pupils.surname,
      forename: pupils.forename,
      form: pupils.form,
      ncYear: pupils.ncYear,
      phase: schools.phase,
      inCareThen: exclusions.inCare,
      inCareNow: pupils.inCare,
    })
    .from(exclusions)
    .innerJoin(pupils, eq(pupils.id, exclusions.pupilId))
    .innerJoin(schools, eq(schools.id, exclusions.schoolId))
    .where(where);
  return rows.map(({ surname, forename, ncYear, phase, inCareThen, inCareNow, ...exclusion }) => ({
    ...exclusion,
    name: `${forename} ${surname}`,
    inCare: inCareThen || inCareNow,
    yearGroup: yearGroupOf(ncYear),
    group: pupilGroupOf({ permanent: exclusion.kind === 'permanent', yearGroup: yearGroupOf(ncYear), phase }),
  }));
}
