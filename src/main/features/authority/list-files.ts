import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** How deep into dropped folders to look, and how many files to take at once. */
const MAX_DEPTH = 4;
const MAX_FILES = 20_000;

const RETURN_FILE = /\.(xml|csv)$/i;

export interface FoundFile {
  readonly path: string;
  /** Name to show: the file's own, with its folder when it was in one. */
  readonly name: string;
}

/**
 * The files behind what a person chose: files as they are, folders by their XML and CSV files, in order of name.
 * Hidden files and links to elsewhere are passed over. A path that is gone is given back, to be refused by name.
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
  return found.slice(0, MAX_FILES);
}

async function walk(folder: string, shown: string, depth: number, found: FoundFile[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const name = `${shown}/${entry.name}`;
    if (entry.isDirectory() && depth > 1) await walk(join(folder, entry.name), name, depth - 1, found);
    else if (entry.isFile() && RETURN_FILE.test(entry.name))
      found.push({ path: join(folder, entry.name), name });
  }
}
