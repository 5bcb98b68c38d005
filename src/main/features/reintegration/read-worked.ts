import type { OperationOutput } from '#shared/contract/contract.ts';
import { readWhatWorked } from '../../storage/repositories/reintegrations.ts';
import type { Db } from '../../storage/store.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

type Worked = OperationOutput<'reintegration.what-worked'>['worked'];

/** What worked after a pupil's exclusions, the latest first. */
export async function workedBefore(db: Db, schoolId: string, pupilId: string): Promise<Worked> {
  return (await readWhatWorked(db, schoolId, pupilId)).map(({ heldOn, ...row }) => ({
    ...row,
    ...(heldOn === null ? {} : { heldOn }),
  }));
}

/** For the form of the next exclusion. */
export const readWorked: Handler<'reintegration.what-worked'> = ({ read }, { pupilId }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    return { ok: true, value: { worked: await workedBefore(db, home.value.school.id, pupilId) } };
  });
