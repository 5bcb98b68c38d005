import { COMPARED_PHASES, type Grouping } from '#shared/domain/compare/types.ts';
import { schoolsOfPhase } from '#shared/text/compare-words.ts';
import { areaGroups } from '../../storage/repositories/school-groups.ts';
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import type { Db } from '../../storage/store.ts';

/** What a row of schools taken together is called, by its key. */
export async function groupNames(db: Db, by: Grouping): Promise<(key: string) => string> {
  if (by === 'phase') return phaseNames;
  if (by === 'all') return () => 'All schools';
  if (by !== 'authority') return (key) => key;
  const own = (await readWorkspace(db))?.authority;
  const known = await areaGroups(db);
  return (key) => (own?.code === key ? own.name : (known.get(key)?.name ?? `Authority ${key}`));
}

/** "Secondary schools". */
function phaseNames(key: string): string {
  const phase = COMPARED_PHASES.find((one) => one === key);
  const words = phase ? schoolsOfPhase(phase) : key;
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
