import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** How deep into dropped folders to look. */
const MAX_DEPTH = 4;

/** Files to take at once: a return of every school in the country, twice over. */
export const MAX_FILES = 60_000;

/** In a folder: returns, and what people send in their place, which is refused by name rather than passed over. */
const WORTH_READING = /\.(xml|csv|txt|xlsx?|ods|zip|pdf|sealed|age)$/i;

export interface FoundFile {
  readonly path: string;
  /** Name to show: the file's own, with its folder when it was in one. */
  readonly name: string;
}

/**
 * The files behind what a person chose: files as they are, folders by their XML and CSV files (and by workbooks and
 * the like, which somebody meant as a return), in order of name. Hidden files and links to elsewhere are passed over.
 * A path that is gone, or a folder that cannot be opened, is given back, to be refused by name. Stops at
 * one more than `MAX_FILES`.
 */
export async function listFiles(paths: readonly string[]): Promise<readonly FoundFile[]> {
  const found: FoundFile[] = [];
  for (const path of paths) {
    const folder = await stat(path).then(
      (info) => info.isDirectory(),
      () => false,
    );
    if (folder) await walk(path, basename(path), MAX_DEPTH, found);
    else found.push({ path, name: basename(path) });
  }
  return found;
}

async function walk(folder: string, shown: string, depth: number, found: FoundFile[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) {
    found.push({ path: folder, name: shown });
    return;
  }
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (found.length > MAX_FILES) return;
    if (entry.name.startsWith('.')) continue;
    const name = `${shown}/${entry.name}`;
    if (entry.isDirectory() && depth > 1) await walk(join(folder, entry.name), name, depth - 1, found);
    else if (entry.isFile() && WORTH_READING.test(entry.name)) {
      found.push({ path: join(folder, entry.name), name });
    }
  }
}
