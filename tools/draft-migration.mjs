/**
 * Drafts a migration for both engines from the table description: `node tools/draft-migration.mjs NAME`.
 * drizzle-kit compares with its last snapshot (kept in migrations/drafts) and this script turns its SQL into our
 * module form, with STRICT tables for SQLite. Review every DROP before adding it to the list of migrations.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const name = process.argv[2];
if (!name) throw new Error('Give the migration a name, e.g. first-tables');
const folder = 'src/main/storage/migrations';
const camel = name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

for (const [engine, dialect] of [
  ['sqlite', 'sqlite'],
  ['postgres', 'postgresql'],
]) {
  const out = `${folder}/drafts/${engine}`;
  execFileSync(
    process.execPath,
    [
      'node_modules/drizzle-kit/bin.cjs',
      'generate',
      '--dialect',
      dialect,
      '--schema',
      'tools/tables.ts',
      '--out',
      out,
      '--name',
      name,
    ],
    { stdio: 'inherit', env: { ...process.env, ENGINE: engine } },
  );
  const draft = readdirSync(out)
    .filter((file) => file.endsWith(`_${name}.sql`))
    .toSorted()
    .at(-1);
  // The tables are as the last snapshot has them.
  if (draft === undefined) continue;
  const statements = readFileSync(`${out}/${draft}`, 'utf8')
    .split('--> statement-breakpoint')
    .map((statement) => statement.trim().replace(/;$/, ''))
    .map((statement) => statement.replaceAll('"public".', ''))
    .map((statement) =>
      engine === 'sqlite' && statement.startsWith('CREATE TABLE') ? `${statement} STRICT` : statement,
    );
  const number = String(
    readdirSync(`${folder}/${engine}`).filter((file) => /^\d{4}-/.test(file) && !file.includes(name)).length +
      1,
  );
  const list = statements.map((statement) => `    \`${statement.replaceAll('`', '"')}\`,`).join('\n');
  writeFileSync(
    `${folder}/${engine}/${process.argv[3] ?? number.padStart(4, '0')}-${name}.ts`,
    `import type { Migration } from '../migration.ts';\n\nexport const ${camel}: Migration = {\n  name: '${name}',\n  statements: [\n${list}\n  ],\n};\n`,
  );
}
