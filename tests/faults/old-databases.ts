import Database from 'better-sqlite3';
import { migrateSqlite } from '#main/storage/migrations/migrate-sqlite.ts';
import { sqliteMigrations } from '#main/storage/migrations/sqlite/sqlite-migrations.ts';
import { versionTwoRows } from '../storage/version-2-rows.ts';

export const NEWEST = sqliteMigrations.length;
/** Every version of the tables before this program's. */
export const OLD_VERSIONS = Array.from({ length: NEWEST - 1 }, (_, at) => at + 1);

/** What every version keeps of what was there before, in a form that all of them can be asked for. */
const KEPT = [
  'SELECT id, upn, surname, forename, dob FROM pupils ORDER BY id',
  'SELECT id, pupil_id, kind, state, start_date, half_days, version FROM exclusions ORDER BY id',
  'SELECT exclusion_id, pupil_id, date, slot FROM exclusion_half_days ORDER BY exclusion_id, date, slot',
  'SELECT * FROM exclusion_reasons ORDER BY exclusion_id, position',
  'SELECT id, placement_id, exclusion_id, pupil_id, date, slot FROM places ORDER BY id',
  'SELECT id, exclusion_id, pupil_id, provider_id, made_by FROM placements ORDER BY id',
  'SELECT * FROM earlier_half_days',
  'SELECT id, at, user_name, role, operation, subject_type, subject_id FROM audit ORDER BY id',
  'SELECT id, file_name, sha256, la_estab FROM received_returns',
  'SELECT return_id, position, upn, surname, category, start_date FROM received_exclusions',
];

/** Makes a database as an old version of the program left it, with rows of everything that version knew. */
export function makeOldDatabase(file: string, version: number, now: string): void {
  const upTo = (count: number) => {
    migrateSqlite(file, (path) => new Database(path), now, { migrations: sqliteMigrations.slice(0, count) });
  };
  upTo(Math.min(version, 2));
  const connection = new Database(file);
  for (const statement of versionTwoRows('sqlite')) connection.exec(statement);
  connection.close();
  if (version > 2) upTo(version);
}

/** Version and rows of a database as it lies there. */
export function readOldDatabase(connection: Database.Database): {
  readonly version: number;
  readonly rows: string;
} {
  return {
    version: Number(connection.pragma('user_version', { simple: true })),
    rows: JSON.stringify(KEPT.map((sql) => connection.prepare(sql).raw().all())),
  };
}
