import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore, type SqliteOptions } from '#main/storage/engines/sqlite.ts';
import { writeOpenKeys } from './open-keys.ts';
import type { Store } from '#main/storage/store.ts';

/** The files of an empty database: endings of their names and bytes. */
type Template = readonly (readonly [ending: string, bytes: Uint8Array])[];

/** Empty databases of this version, by what they were opened with; each test process makes its own. */
const templates = new Map<string, Template>();

/**
 * Opens a database; a file that is not there yet starts as a copy of an empty one of this version. To migrate an empty
 * file takes ten times as long as all else in opening, and hundreds of tests begin with one; what migrations do has its
 * own tests in tests/storage.
 */
export function openFromTemplate(file: string, options: SqliteOptions): Store {
  if (!existsSync(file)) {
    for (const [ending, bytes] of templateFor(options)) writeFileSync(`${file}${ending}`, bytes);
    writeOpenKeys(file, options.key);
  }
  return openSqliteStore(file, options);
}

function templateFor(options: SqliteOptions): Template {
  // The instant only names backups; everything else (a key) may change the bytes.
  const kind = JSON.stringify({ ...options, now: '' });
  const template = templates.get(kind) ?? makeTemplate(options);
  templates.set(kind, template);
  return template;
}

function makeTemplate(options: SqliteOptions): Template {
  const folder = mkdtempSync(join(tmpdir(), 'first-day-template-'));
  const file = join(folder, 'first-day.db');
  const store = openSqliteStore(file, options);
  const template = ['', '-wal'].flatMap((ending) =>
    existsSync(`${file}${ending}`) ? [[ending, readFileSync(`${file}${ending}`)] as const] : [],
  );
  void store.close().then(() => rmSync(folder, { recursive: true, force: true }));
  return template;
}
