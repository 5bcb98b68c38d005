import { refuse, type Result } from '#shared/kernel/result.ts';
import { readWorkspace } from '../../storage/repositories/workspace.ts';
import type { Db } from '../../storage/store.ts';

/** Set-up never writes over a database that is somebody's already. */
export async function requireEmptyDatabase(db: Db): Promise<Result<true>> {
  const workspace = await readWorkspace(db);
  if (!workspace) return { ok: true, value: true };
  const whose = workspace.school?.name ?? workspace.authority?.name ?? 'somebody';
  return refuse('refused', `This database is set up for ${whose} already. Nothing was changed.`);
}
