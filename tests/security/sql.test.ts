import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../builders/app.ts';
import { addPupils, pupilRecord } from '../builders/pupil-row.ts';
import { setUpSchool } from '../builders/school.ts';
import { findIn, sourceFiles } from './source-files.ts';

const all = sourceFiles('src/main');

// Migrations are fixed text, run once; they hold no values.
const files = all.filter(({ path }) => !/\/migrations\/(sqlite|postgres)\//.test(path));
const driven = files.filter(
  ({ path, text }) => /\/(storage|backup)\//.test(path) || text.includes("'better-sqlite3'"),
);

/** What may stand in the text of a statement that is put together, and why it can be no value of anybody's. */
const NAMES: Readonly<Record<string, string>> = {
  name: 'a table of our own description',
  'String(name)': 'a table that the database itself lists, in quotation marks',
  'quoted(table)': 'the same, with quotation marks in it doubled',
  list: 'columns of our own description, in quotation marks',
  where: 'columns of our own description and question marks',
  CIPHER: 'a word of the program',
  CACHE_KIB: 'a number of the program',
  key: 'a key, checked to be 64 hexadecimal figures',
  nextKey: 'a key, checked to be 64 hexadecimal figures',
  APPLICATION_ID: 'a number of the program',
  number: 'the number of a migration',
};

/** Statements that come in a variable: each is fixed text of the same file, or what the query builder made. */
const IN_VARIABLES = new Set([
  'src/main/storage/engines/sqlite.ts: .exec(begin)',
  'src/main/storage/engines/kept-statements.ts: .prepare(source)',
  'src/main/storage/migrations/migrate-sqlite.ts: .exec(statement)',
  'src/main/backup/compare-databases.ts: .prepare(sql)',
  'src/main/backup/database-facts.ts: .prepare(statement)',
  // Triggers are taken off and put back as the database had them, whose every page is authenticated.
  'src/main/backup/salvage/salvage-into.ts: .exec(sql)',
  // Our own migrations, and the triggers that they made, taken off and put back.
  'src/main/storage/engines/memory.ts: .exec(one)',
  'src/main/storage/engines/memory.ts: .exec(sql)',
]);

const OTHER_FILES = new Set([
  // The backup, under its own key and as parameters.
  'src/main/backup/compare-databases.ts: ATTACH',
  // A copy of a damaged file whose list of tables no longer fits; nothing is written to it.
  'src/main/backup/salvage/open-damaged.ts: writable_schema',
]);

describe('statements', () => {
  it('take values as parameters: raw text only where there is no value in it', () => {
    expect(findIn(files, /sql\.raw\([^)]*\)/)).toEqual([
      // A line feed between the parts of a text, for an engine that takes no parameter there.
      'src/main/storage/repositories/availability.ts: sql.raw("\'\\n\'")',
      // The conditions of two indexes, in the form that is drafted from the table description.
      "src/main/storage/schema/return-tables.ts: sql.raw('current')",
      "src/main/storage/schema/risk-grid-tables.ts: sql.raw('current')",
    ]);
  });

  it('that are put together as text hold names of ours only', () => {
    const made = driven.flatMap(({ path, text }) =>
      Array.from(text.matchAll(/\.(?:prepare|exec|pragma)\(\s*`([^]*?)`\s*[,)]/g), ([, statement = '']) => ({
        path,
        parts: Array.from(statement.matchAll(/\$\{([^}]*)\}/g), ([, part = '']) => part),
      })),
    );
    expect(made.length).toBeGreaterThan(2);
    const unknown = made.flatMap(({ path, parts }) =>
      parts
        // Columns of the table description, each in quotation marks, and a question mark for each.
        .filter((part) => !Object.hasOwn(NAMES, part) && !/^(chosen|names)\.map\(/.test(part))
        .map((part) => `${path}: ${part}`),
    );
    expect(unknown).toEqual([]);
  });

  it('that come in a variable are known', () => {
    const found = findIn(driven, /\.(prepare|exec|pragma)\([a-z]\w*\)/);
    expect(found.filter((one) => !IN_VARIABLES.has(one))).toEqual([]);
    expect(findIn(driven, /\.(prepare|exec|pragma)\([^`)]*\+/)).toEqual([]);
  });

  it('load no extension, and look into another file only where a backup is compared or a damaged one read', () => {
    expect(findIn(files, /loadExtension|load_extension/)).toEqual([]);
    expect(findIn(files, /\bATTACH\b|writable_schema/).filter((one) => !OTHER_FILES.has(one))).toEqual([]);
  });
});

describe('what people type', () => {
  let app: TestApp;
  const HOSTILE = [
    "'; DROP TABLE pupils; --",
    "' OR '1'='1",
    '%',
    '_',
    '\\',
    '" UNION SELECT * FROM audit --',
    'x) OR 1=1 --',
    '?1 :name $1 @x',
    '\u0000',
    '*" NEAR "',
  ];
  beforeAll(async () => {
    app = openTestApp();
    await setUpSchool(app);
    await addPupils(
      app,
      HOSTILE.map((surname, at) =>
        pupilRecord(at + 1, { surname: `X${surname}`, searchText: ` x${surname}`.toLowerCase() }),
      ),
    );
  });
  afterAll(() => app.close());

  it.each(HOSTILE)('is looked for as it stands, and is no statement: %j', async (text) => {
    const found = await app.must('pupils.list', { text: `X${text}` });
    expect(found.total).toBeLessThanOrEqual(HOSTILE.length);
    await app.must('search.anywhere', { text });
    await app.must('schools.search', { text });
    expect((await app.must('pupils.list', { roll: 'all' })).total).toBe(HOSTILE.length);
  });
});
