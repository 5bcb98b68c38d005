import { USUAL_STAGES } from '#shared/domain/placements/stages.ts';
import { sayStage } from '#shared/text/stage-words.ts';
import { readProviders } from '../../storage/repositories/providers.ts';
import { readStages, type StoredStage } from '../../storage/repositories/stages.ts';
import type { Db } from '../../storage/store.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

/** The stages in force at a school: its own, or the usual ones while it has set none. */
export async function stagesInForce(
  db: Db,
  schoolId: string,
): Promise<{ readonly stages: readonly StoredStage[]; readonly usual: boolean }> {
  const own = await readStages(db, schoolId);
  if (own.length > 0) return { stages: own, usual: false };
  return {
    stages: USUAL_STAGES.map((stage, at) => ({ ...stage, id: `usual-${String(at + 1)}` })),
    usual: true,
  };
}

/** The stages in force, each with its sentence. */
export const getStages: Handler<'stages.get'> = ({ read }) =>
  read(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const schoolId = home.value.school.id;
    const { stages, usual } = await stagesInForce(db, schoolId);
    const names = new Map((await readProviders(db, { schoolId })).map(({ id, name }) => [id, name]));
    return {
      ok: true,
      value: {
        usual,
        stages: stages.map((stage) => {
          const providerName = names.get(stage.providerId ?? '');
          return {
            ...stage,
            ...(providerName === undefined ? {} : { providerName }),
            words: sayStage(stage, providerName),
          };
        }),
      },
    };
  });
