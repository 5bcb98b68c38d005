import type { OperationOutput } from '#shared/contract/contract.ts';
import { readEarlierRecords } from '../../storage/repositories/earlier-records.ts';
import { readWhatWorked } from '../../storage/repositories/reintegrations.ts';
import type { Db } from '../../storage/store.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

type Worked = OperationOutput<'reintegration.what-worked'>['worked'];

/** What worked after a pupil's exclusions, here and at earlier schools that handed it on, the latest first. */
export async function workedBefore(db: Db, schoolId: string, pupilId: string): Promise<Worked> {
  const here = (await readWhatWorked(db, schoolId, pupilId)).map(({ heldOn, ...row }) => ({
    ...row,
    ...(heldOn === null ? {} : { heldOn }),
  }));
  const elsewhere = (await readEarlierRecords(db, pupilId)).flatMap(({ history, fromSchool }) =>
    history.exclusions.flatMap(({ from, whatWorked, at }) =>
      whatWorked === undefined ? [] : [{ startDate: from, whatWorked, school: at?.name ?? fromSchool }],
    ),
  );
  return [...here, ...elsewhere].toSorted((a, b) => (a.startDate < b.startDate ? 1 : -1));
}

/** For the form of the next exclusion. */
export const readWorked: Handler<'reintegration.what-worked'> = ({ read }, { pupilId }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    return { ok: true, value: { worked: await workedBefore(db, home.value.school.id, pupilId) } };
  });
