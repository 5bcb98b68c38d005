import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bundle } from '../../builders/bundle.ts';
import { csvPupil, writePupilCsv } from '../../builders/pupil-csv.ts';
import { mayMount, onSmallDisk } from '../may-mount.ts';
import { makeSmallSchool } from '../small-school.ts';

const run = promisify(execFile);
const TIMEOUT = 1_200_000;
const OUTCOME = z.object({ full: z.number(), sentences: z.array(z.string()) });
/** Pages between the places where the disk runs full during a backup: a prime, so that runs differ; `FULL_DISK_STEP=1` tries every write. */
const STEP = process.env['FULL_DISK_STEP'] ?? '41';

/** What a person reads: what happened, that nothing is lost, and what to do. */
const CLEAR =
  /^refused: .*(disk|room|large).*(Nothing was (changed|lost)|older backups are as they were).*\. .+\.$/;

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
  it(
    'at any write of an import nothing comes in, the sentence is clear, and all goes on with room',
    async () => {
      const prepared = await preparedSchool();
      const disk = mkdtempSync(join(tmpdir(), 'first-day-disk-'));
      const child = [await bundle('tests/faults/full-disk/import-child.ts'), prepared, disk, '1'];
      const { stdout } = mayMount()
        ? await run('unshare', onSmallDisk(disk, [...child, 'small-disk']))
        : await run(process.execPath, [...child, 'short-files']);
      const { full, sentences } = OUTCOME.parse(JSON.parse(stdout));
      expect(full).toBeGreaterThan(20);
      for (const sentence of sentences) expect(sentence).toMatch(CLEAR);
    },
    TIMEOUT,
  );

  it(
    'wherever it does in a backup none is made, the older one stays, and the sentence is clear',
    async () => {
      const prepared = await preparedSchool();
      const child = await bundle('tests/faults/full-disk/backup-child.ts');
      const { stdout } = await run(process.execPath, [child, prepared, STEP]);
      const { full, sentences } = OUTCOME.parse(JSON.parse(stdout));
      expect(full).toBeGreaterThan(STEP === '1' ? 50 : 5);
      for (const sentence of sentences) expect(sentence).toMatch(CLEAR);
    },
    TIMEOUT,
  );
});
