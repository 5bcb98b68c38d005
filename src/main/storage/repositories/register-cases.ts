import { and, asc, eq, gte, isNotNull, isNull, lte, ne, or } from 'drizzle-orm';
import type { RegisterCase } from '#shared/domain/register/types.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import type { Db } from '../store.ts';
import { groupRows } from './group-rows.ts';
import { readActivePlaces } from './places.ts';
import { readProviders } from './providers.ts';

/** A case with whose it is, as the register lists it. */
export interface ListedRegisterCase extends RegisterCase {
  readonly name: string;
  readonly upn: string;
  readonly form: string | null;
}

interface CaseFilter {
  readonly schoolId: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly exclusionId?: string | undefined;
}

/**
 * The issued cases of a school that may keep a pupil out between two days, in register order of the pupils, each with its
 * half days and the places that stand at the instant `now` (UTC ISO). Five queries however many there are.
 */
export async function readRegisterCases(
  db: Db,
  now: string,
  { schoolId, from, to, exclusionId }: CaseFilter,
): Promise<readonly ListedRegisterCase[]> {
  const { exclusions, pupils, exclusionHalfDays: days, duties } = db.tables;
  const ours = and(
    eq(exclusions.schoolId, schoolId),
    ne(exclusions.state, 'draft'),
    lte(exclusions.startDate, to),
    or(gte(exclusions.endDate, from), eq(exclusions.kind, 'permanent')),
    or(isNull(exclusions.stoppedOn), gte(exclusions.stoppedOn, from)),
    exclusionId === undefined ? undefined : eq(exclusions.id, exclusionId),
  );
  const rows = await db
    .select({ exclusion: exclusions, pupil: pupils, removedOn: duties.fulfilledOn })
    .from(exclusions)
    .innerJoin(pupils, eq(pupils.id, exclusions.pupilId))
    .leftJoin(duties, and(eq(duties.exclusionId, exclusions.id), eq(duties.key, 'remove-from-register')))
    .where(ours)
    .orderBy(asc(pupils.searchText), asc(pupils.id), asc(exclusions.startDate), asc(exclusions.id));
  const halfDayRows = await db
    .select({ exclusionId: days.exclusionId, date: days.date, slot: days.slot, givenBack: days.givenBack })
    .from(days)
    .innerJoin(exclusions, eq(exclusions.id, days.exclusionId))
    .where(ours)
    .orderBy(asc(days.date), asc(days.slot));
  const halfDays = groupRows(halfDayRows, (row) => row.exclusionId);
  const providers = new Map((await readProviders(db, { schoolId })).map((one) => [one.id, one]));
  const places = groupRows(await readActivePlaces(db, now, { from, to }), ({ pupilId }) => pupilId);

  return rows.flatMap(({ exclusion, pupil, removedOn }) => {
    const { startDate, startSlot, stoppedOn, stoppedSlot } = exclusion;
    if (startDate === null || startSlot === null) return [];
    const lastDays = [pupil.leavingDate, removedOn === null ? null : addDays(removedOn, -1)];
    const [lastDayOnRoll] = lastDays.flatMap((day) => day ?? []).toSorted();
    return {
      exclusionId: exclusion.id,
      pupilId: pupil.id,
      name: `${pupil.forename} ${pupil.surname}`,
      upn: pupil.upn,
      form: pupil.form,
      kind: exclusion.kind,
      start: { date: startDate, slot: startSlot },
      halfDays: halfDays.get(exclusion.id) ?? [],
      ...(stoppedOn === null || stoppedSlot === null
        ? {}
        : { stopped: { date: stoppedOn, slot: stoppedSlot } }),
      ...(lastDayOnRoll === undefined ? {} : { lastDayOnRoll }),
      dualMain: pupil.enrolStatus === 'M',
      places: (places.get(pupil.id) ?? []).flatMap(({ date, slot, state, providerId, outcome }) => {
        const provider = providers.get(providerId);
        return provider === undefined
          ? []
          : {
              date,
              slot,
              state,
              providerName: provider.name,
              providerKind: provider.kind,
              ...(outcome === null || outcome === 'attended' ? {} : { notTakenUp: true }),
            };
      }),
    };
  });
}

/** Half days of a period that were given back, with the numbers of their pupils: nobody was out then. */
export async function readGivenBack(
  db: Db,
  { schoolId, from, to }: CaseFilter,
): Promise<
  readonly {
    readonly upn: string;
    readonly exclusionId: string;
    readonly date: IsoDate;
    readonly slot: 'am' | 'pm' | 'lunch';
  }[]
> {
  const { exclusions, pupils, exclusionHalfDays: days } = db.tables;
  return db
    .select({ upn: pupils.upn, exclusionId: exclusions.id, date: days.date, slot: days.slot })
    .from(days)
    .innerJoin(exclusions, eq(exclusions.id, days.exclusionId))
    .innerJoin(pupils, eq(pupils.id, exclusions.pupilId))
    .where(
      and(
        eq(exclusions.schoolId, schoolId),
        eq(days.givenBack, true),
        gte(days.date, from),
        lte(days.date, to),
        isNotNull(exclusions.issuedAt),
      ),
    );
}

/** A school's pupils by UPN: name, form and id. One query. */
export async function readPupilsByUpn(
  db: Db,
  schoolId: string,
): Promise<ReadonlyMap<string, { readonly id: string; readonly name: string }>> {
  const { pupils } = db.tables;
  const rows = await db
    .select({ id: pupils.id, upn: pupils.upn, forename: pupils.forename, surname: pupils.surname })
    .from(pupils)
    .where(eq(pupils.schoolId, schoolId));
  return new Map(rows.map(({ id, upn, forename, surname }) => [upn, { id, name: `${forename} ${surname}` }]));
}
