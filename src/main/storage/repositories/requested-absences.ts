import { and, asc, desc, eq, isNull, or } from 'drizzle-orm';
import type { ExclusionState } from '#shared/domain/exclusions/types.ts';
import type { Db } from '../store.ts';

/** An absence at the school's request, as kept. */
export type AbsenceRecord = Db['tables']['requestedAbsences']['$inferSelect'];

export interface ListedAbsence {
  readonly absence: AbsenceRecord;
  readonly name: string;
  readonly form: string | null;
  /** The exclusion it is recorded properly with, while that is still there (a draft may be discarded). */
  readonly recordedAs: { readonly id: string; readonly state: ExclusionState } | null;
}

interface AbsenceFilter {
  readonly schoolId: string;
  readonly pupilId?: string | undefined;
  readonly id?: string | undefined;
  /** Only those that were never recorded properly: with nothing, or with a draft that nobody has issued. */
  readonly open?: boolean;
}

/** Absences at the school's request, latest first. One query. */
export async function readAbsences(
  db: Db,
  { schoolId, pupilId, id, open = false }: AbsenceFilter,
): Promise<readonly ListedAbsence[]> {
  const { requestedAbsences: absences, pupils, exclusions } = db.tables;
  const rows = await db
    .select({
      absence: absences,
      forename: pupils.forename,
      surname: pupils.surname,
      form: pupils.form,
      exclusionId: exclusions.id,
      state: exclusions.state,
    })
    .from(absences)
    .innerJoin(pupils, eq(pupils.id, absences.pupilId))
    .leftJoin(exclusions, eq(exclusions.id, absences.exclusionId))
    .where(
      and(
        eq(pupils.schoolId, schoolId),
        pupilId === undefined ? undefined : eq(absences.pupilId, pupilId),
        id === undefined ? undefined : eq(absences.id, id),
        open ? or(isNull(exclusions.id), eq(exclusions.state, 'draft')) : undefined,
      ),
    )
    .orderBy(desc(absences.fromDate), asc(pupils.searchText), asc(absences.id));
  return rows.map(({ absence, forename, surname, form, exclusionId, state }) => ({
    absence,
    name: `${forename} ${surname}`,
    form,
    recordedAs: exclusionId === null || state === null ? null : { id: exclusionId, state },
  }));
}

/** Adds an absence. */
export async function insertAbsence(db: Db, absence: AbsenceRecord): Promise<void> {
  await db.insert(db.tables.requestedAbsences).values(absence);
}

/** Notes with which draft an absence was recorded properly. */
export async function linkAbsence(
  db: Db,
  { id, version }: Pick<AbsenceRecord, 'id' | 'version'>,
  exclusionId: string,
): Promise<void> {
  const { requestedAbsences } = db.tables;
  await db
    .update(requestedAbsences)
    .set({ exclusionId, version: version + 1 })
    .where(eq(requestedAbsences.id, id));
}
