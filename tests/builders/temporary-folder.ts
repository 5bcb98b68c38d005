import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const IN_MEMORY = '/dev/shm';
/** Bytes; a whole run leaves about a fifth of this. */
const ROOM = 4 * 1024 ** 3;

/**
 * Gives this run of tests a folder for temporary files, where all that they leave goes away with it. In memory where
 * there is room: on a disk each of many thousand commits waits for it, and whether they reach the disk is no test's
 * business but those that kill processes, which keep what the system was given.
 */
export function setup(): () => void {
  const before = process.env['TMPDIR'];
  const folder = mkdtempSync(join(hasRoom() ? IN_MEMORY : tmpdir(), 'first-day-tests-'));
  process.env['TMPDIR'] = folder;
  return () => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    rmSync(folder, { recursive: true, force: true });
  };
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize >= ROOM;
  } catch {
    return false;
  }
}
