import { and, asc, eq, isNotNull, isNull, ne } from 'drizzle-orm';
import type { DutyOwner, DutyParty } from '#shared/domain/duties/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';

/** A duty that is owed, not done and has a day, with as little of its pupil as a calendar needs. */
export interface OpenDeadline {
  readonly exclusionId: string;
  readonly key: string;
  readonly party: DutyParty;
  readonly owedBy: DutyOwner;
  readonly dueBy: IsoDate;
  readonly withoutDelay: boolean;
  readonly basis: 'law' | 'guidance' | 'promise';
  readonly ruleSet: string;
  readonly forename: string;
  readonly surname: string;
  readonly form: string | null;
}

/** A school's open duties that have a day, in order of their days. One query. */
export async function readOpenDeadlines(db: Db, schoolId: string): Promise<readonly OpenDeadline[]> {
  const { duties, exclusions, pupils } = db.tables;
  const rows = await db
    .select({
      exclusionId: duties.exclusionId,
      key: duties.key,
      party: duties.party,
      owedBy: duties.owedBy,
      dueBy: duties.dueBy,
      withoutDelay: duties.withoutDelay,
      basis: duties.basis,
      ruleSet: exclusions.ruleSet,
      forename: pupils.forename,
      surname: pupils.surname,
      form: pupils.form,
    })
    .from(duties)
    .innerJoin(exclusions, eq(exclusions.id, duties.exclusionId))
    .innerJoin(pupils, eq(pupils.id, exclusions.pupilId))
    .where(
      and(
        eq(exclusions.schoolId, schoolId),
        ne(exclusions.state, 'draft'),
        eq(duties.owed, true),
        isNull(duties.fulfilledOn),
        isNotNull(duties.dueBy),
      ),
    )
    .orderBy(asc(duties.dueBy), asc(duties.exclusionId), asc(duties.key));
  return rows.flatMap(({ dueBy, ...row }) => (dueBy === null ? [] : { ...row, dueBy }));
}
