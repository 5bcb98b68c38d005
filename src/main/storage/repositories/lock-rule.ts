import type { Db } from '../store.ts';
import { isOwnWorkspace } from './workspace-number.ts';

/** Minutes without a key or click after which the window locks, where the school has set none. */
export const USUAL_LOCK_MINUTES = 10;

/** Minutes without a key or click after which the window locks. */
export async function lockMinutes(db: Db): Promise<number> {
  const { workspace } = db.tables;
  const [row] = await db.select({ minutes: workspace.lockAfterMinutes }).from(workspace);
  return row?.minutes ?? USUAL_LOCK_MINUTES;
}

export async function writeLockMinutes(db: Db, minutes: number): Promise<void> {
  const { workspace } = db.tables;
  await db.update(workspace).set({ lockAfterMinutes: minutes }).where(isOwnWorkspace(db));
}
