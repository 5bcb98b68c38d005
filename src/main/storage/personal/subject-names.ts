import { inArray } from 'drizzle-orm';
import type { Db } from '../store.ts';
import type { SubjectKeys } from './subject-keys.ts';

/** What a pupil is called in the record. */
export interface SubjectNames {
  readonly surname: string;
  readonly forename: string;
  readonly upn: string;
  /** Every way in which forename and surname stand together. */
  readonly full: readonly string[];
}

/** The names of a pupil: of the roll, or else of the newest exclusion that a school returned. */
export async function namesOf(db: Db, { pupil, upn }: SubjectKeys): Promise<SubjectNames> {
  const { pupils, receivedExclusions } = db.tables;
  const onRoll =
    pupil.length === 0
      ? []
      : await db
          .select()
          .from(pupils)
          .where(inArray(pupils.id, [...pupil]));
  const returned =
    upn.length === 0
      ? []
      : await db
          .select({
            surname: receivedExclusions.surname,
            forename: receivedExclusions.forename,
            upn: receivedExclusions.upn,
          })
          .from(receivedExclusions)
          .where(inArray(receivedExclusions.upn, [...upn]))
          .orderBy(receivedExclusions.startDate);
  const all = [
    ...onRoll.flatMap(({ surname, preferredSurname, forename, upn: own }) => [
      { surname, forename, upn: own },
      ...(preferredSurname === null ? [] : [{ surname: preferredSurname, forename, upn: own }]),
    ]),
    ...returned.toReversed(),
  ];
  const [first] = all;
  const full = all.flatMap(({ surname, forename }) =>
    surname === '' || forename === ''
      ? []
      : [`${forename} ${surname}`, `${surname}, ${forename}`, `${surname} ${forename}`],
  );
  return {
    surname: first?.surname ?? '',
    forename: first?.forename ?? '',
    upn: first?.upn ?? upn[0] ?? '',
    full: [...new Set(full)],
  };
}
