import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { FileDialogs } from '#main/platform/files/file-desk.ts';
import { writePupilCsv, csvPupil } from '../../builders/pupil-csv.ts';
import { publishedFile } from '../../builders/published-file.ts';
import { registerFile } from '../../builders/register-file.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/files');
const ROOT = join(import.meta.dirname, '../../..');

/** Paths of files as people choose them: of every kind that is read, and of some that are not. */
export function writeFuzzFiles(folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  const at = (name: string) => join(folder, name);
  for (const name of [
    'authority-2026.xml',
    'census-2026.xml',
    'ctf-25.xml',
    'register.csv',
    'return-2026.csv',
  ])
    copyFileSync(join(FIXTURES, name), at(name));
  copyFileSync(join(ROOT, 'resources/letters/letterhead.docx'), at('letterhead.docx'));
  writePupilCsv(
    folder,
    [1, 2, 3].map((serial) => csvPupil(serial)),
  );
  writeFileSync(at('figures.csv'), publishedFile('nat_summary'));
  writeFileSync(at('schools.csv'), registerFile([{ URN: '100001', EstablishmentNumber: '4001' }]));
  writeFileSync(at('groups.csv'), 'DfE number,Cluster\r\n2014001,North\r\n');
  writeFileSync(at('returns.zip'), zipSync({ '../x.xml': strToU8('<a/>'), 'y.csv': strToU8('a,b\r\n') }));
  writeFileSync(at('nothing.csv'), '');
  writeFileSync(
    at('noise.xml'),
    Uint8Array.from({ length: 4000 }, (_, n) => (n * 2654435761) >>> 24),
  );
  mkdirSync(at('folder'));
  const chosen =
    'authority-2026.xml census-2026.xml ctf-25.xml register.csv return-2026.csv letterhead.docx pupils.csv figures.csv ' +
    'schools.csv groups.csv returns.zip nothing.csv noise.xml folder not-there.csv not-there/either.csv';
  return chosen.split(' ').map(at);
}

/** A person who answers every dialog at once: with the next file, or with a new place for one. */
export function answeringDialogs(folder: string, files: readonly string[]): FileDialogs {
  let asked = 0;
  return {
    chooseOpen: async () => [files[(asked += 1) % files.length] ?? folder],
    chooseSave: async () => join(folder, `saved-${String((asked += 1) % 4)}`),
    chooseFolder: async () => folder,
    showInFolder: () => undefined,
  };
}
