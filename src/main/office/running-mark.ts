import { existsSync, rmSync, writeFileSync } from 'node:fs';

/** A file that is there while the program has the database open; one that is there at the start tells of an unclean end. */
export interface RunningMark {
  /** The program was ended without closing the database (a power cut, a crash). */
  readonly uncleanEnd: boolean;
  set(): void;
  clear(): void;
}

export function runningMark(database: string): RunningMark {
  const path = `${database}.running`;
  return {
    uncleanEnd: existsSync(path),
    set: () => quietly(() => writeFileSync(path, '')),
    clear: () => quietly(() => rmSync(path, { force: true })),
  };
}

/** In a folder that can only be read there is no mark, and no damage by us either. */
function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // The check after the start is done in any case, only later.
  }
}
