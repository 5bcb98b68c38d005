import { refuse, type Result } from '#shared/kernel/result.ts';
import { readWorkspace, type School, type Workspace } from '../storage/repositories/workspace.ts';
import type { Db } from '../storage/store.ts';

/** The school whose records this database keeps, or a sentence for a database that has none. */
export async function homeSchool(db: Db): Promise<Result<{ school: School; workspace: Workspace }>> {
  const workspace = await readWorkspace(db);
  if (workspace?.school) return { ok: true, value: { school: workspace.school, workspace } };
  return refuse('not-set-up', 'No school is set up in this database yet. Set up your school first.');
}
