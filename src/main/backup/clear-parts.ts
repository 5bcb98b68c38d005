import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PART } from './backup-places.ts';

/** A part that nothing was written to for this long, in milliseconds, belongs to a program that was ended. */
const FORSAKEN_AFTER = 10 * 60_000;

/** Removes what backups that were broken off left behind, but not one that another program is making just now. */
export function clearParts(place: string, nowOfDisk: number): void {
  for (const name of readdirSync(place)) {
    const path = join(place, name);
    if (name.endsWith(PART) && Math.abs(nowOfDisk - lastWritten(path)) > FORSAKEN_AFTER) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}

function lastWritten(path: string): number {
  const times = [path, ...readdirSync(path).map((name) => join(path, name))].map(
    (each) => statSync(each, { throwIfNoEntry: false })?.mtimeMs ?? 0,
  );
  return Math.max(...times);
}
