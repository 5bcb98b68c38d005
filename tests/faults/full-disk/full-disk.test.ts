import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bundle } from '../../builders/bundle.ts';
import { csvPupil, writePupilCsv } from '../../builders/pupil-csv.ts';
import { makeSmallSchool } from '../small-school.ts';

const run = promisify(execFile);
const OUTCOME = z.object({ full: z.number(), sentences: z.array(z.string()) });
/** What a person reads: what happened, that nothing is lost, and what to do. */
const CLEAR =
  /^refused: .*(disk|room|large).*(Nothing was (changed|lost)|older backups are as they were).*\. .+\.$/;

/** Where a program may have disks of its own. */
const mayMount = (): boolean => {
  try {
    execFileSync('unshare', ['-Urm', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

async function preparedSchool(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'first-day-full-'));
  await makeSmallSchool(folder);
  writePupilCsv(
    folder,
    Array.from({ length: 40 }, (_, at) => csvPupil(5000 + at)),
  );
  return folder;
}

describe.skipIf(process.platform !== 'linux')('on a disk that runs full', () => {
  it('at any write of an import nothing comes in, the sentence is clear, and all goes on with room', async () => {
    const prepared = await preparedSchool();
    const disk = mkdtempSync(join(tmpdir(), 'first-day-disk-'));
    const child = [await bundle('tests/faults/full-disk/import-child.ts'), prepared, disk];
    const { stdout } = mayMount()
      ? await run('unshare', [
          '-Urm',
          'sh',
          '-c',
          'mount -t tmpfs -o size=64m tmpfs "$3" && exec "$0" "$1" "$2" "$3" small-disk',
          process.execPath,
          ...child,
        ])
      : await run(process.execPath, [...child, 'short-files']);
    const { full, sentences } = OUTCOME.parse(JSON.parse(stdout));
    expect(full).toBeGreaterThan(20);
    for (const sentence of sentences) expect(sentence).toMatch(CLEAR);
  }, 240_000);

  it('at any write of a backup none is made, the older one stays, and the sentence is clear', async () => {
    const prepared = await preparedSchool();
    const child = await bundle('tests/faults/full-disk/backup-child.ts');
    const { stdout } = await run(process.execPath, [child, prepared]);
    const { full, sentences } = OUTCOME.parse(JSON.parse(stdout));
    expect(full).toBeGreaterThan(50);
    for (const sentence of sentences) expect(sentence).toMatch(CLEAR);
  }, 240_000);
});
