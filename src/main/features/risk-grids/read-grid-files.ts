import { formatDate, formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { termSpan } from '#shared/domain/calendar/term-span.ts';
import { termWords } from '#shared/text/pupil-words.ts';
import { readFile, stat } from 'node:fs/promises';
import { ok, refuse, type FileProblem, type Result } from '#shared/kernel/result.ts';
import type { GridDocument } from '../../exchange/grid-document.ts';
import { readGrid } from '../../exchange/grid-files.ts';
import { isWorkbook, isZip, openArchive } from '../../exchange/open-archive.ts';
import { MAX_FILE_BYTES } from '../../exchange/read-text.ts';
import { sha256 } from '../../exchange/sha256.ts';

/** What reading made of one file, or of one out of an archive. */
export interface ReadGridFile {
  readonly name: string;
  readonly read: Result<{
    readonly document: GridDocument;
    readonly sha256: string;
    readonly warnings: readonly FileProblem[];
  }>;
}

/** Who imports, and when: a grid is of the authority's own schools, and no clock runs ahead of ours by more than a day. */
export interface GridReader {
  readonly authority: { readonly code: string; readonly name: string };
  /** A grid made after this day has a wrong clock, and would stand in the way of later ones. */
  readonly latest: string;
}

/** The grids of a file: its own, or those of an archive one by one. Never throws for what is in it. */
export async function readGridFiles(
  { name, path }: { readonly name: string; readonly path: string },
  reader: GridReader,
): Promise<readonly ReadGridFile[]> {
  const loaded = await load(path);
  if (!loaded.ok) return [{ name, read: loaded }];
  const bytes = loaded.value;
  if (!isZip(bytes) || isWorkbook(bytes)) return [{ name, read: await readOne(name, bytes, reader) }];
  const opened = openArchive(name, bytes);
  if (!opened.ok) return [{ name, read: opened }];
  const files: ReadGridFile[] = [];
  for (const entry of opened.value) {
    const shown = `${name}/${entry.name}`;
    const unpacked = entry.read();
    files.push({ name: shown, read: unpacked.ok ? await readOne(shown, unpacked.value, reader) : unpacked });
  }
  if (files.length > 0) return files;
  return [{ name, read: refuse('unreadable-file', 'There are no files in this zip file.') }];
}

async function readOne(
  name: string,
  bytes: Uint8Array,
  { authority, latest }: GridReader,
): Promise<ReadGridFile['read']> {
  const read = await readGrid(name, bytes);
  if (!read.ok) return read;
  const { document, warnings } = read.value;
  const no = (element: string, value: string, message: string, remedy: string) =>
    refuse('refused', `Not imported: ${message} ${remedy}`, {
      problems: [{ severity: 'error', element, value, message, remedy }],
    });
  const { laEstab, madeAt } = document;
  if (!laEstab.startsWith(authority.code))
    return no(
      'School number',
      laEstab,
      `The grid is of a school of another authority than ${authority.name} (${authority.code}).`,
      'Check that it is the right file, or send it on to that authority.',
    );
  const begins = termSpan(document.schoolYear, document.term).from;
  if (madeAt.slice(0, 10) < begins)
    return no(
      'Term',
      `${termWords(document.term)} ${formatSchoolYear(document.schoolYear)}`,
      `The grid was made before its term began, on ${formatDate(begins)}, and says nothing of it.`,
      'Ask the school for the grid of the term that it means.',
    );
  if (madeAt.slice(0, 10) > latest)
    return no(
      'Made at',
      madeAt,
      'The grid says that it was made at a time that is still to come.',
      'The clock of the school’s PC may be wrong. Ask the school to put it right and to export the grid again.',
    );
  return ok({ document, sha256: sha256(bytes), warnings });
}

async function load(path: string): Promise<Result<Uint8Array>> {
  try {
    const found = await stat(path);
    // A pipe or a device would never end, whatever size it claims.
    if (!found.isFile()) throw new Error('no plain file');
    if (found.size > MAX_FILE_BYTES)
      return refuse(
        'unreadable-file',
        `The file is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB, which no grid is.`,
      );
    return ok(await readFile(path));
  } catch {
    return refuse(
      'unreadable-file',
      'The file could not be opened. Check that it is still there and not open in another program, then import it again.',
    );
  }
}
