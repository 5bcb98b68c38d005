import { createHash } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import {
  personal,
  readPersonal,
  type HeldRows,
  type PersonalRow,
} from '../../storage/personal/read-personal.ts';
import { sentOf } from '../../storage/personal/personal-documents.ts';
import type { Db } from '../../storage/store.ts';
import { auditOf, type Subject } from './find-subject.ts';
import { plainText, sayValue, type Names } from './say-value.ts';

/** One thing that is told of the pupil. */
export interface ReportValue {
  readonly column: string;
  readonly label: string;
  /** In plain words. */
  readonly words: string;
  /** As it is kept. */
  readonly value: unknown;
  /** Set for what was typed freely: it may speak of others, so it is read before it goes out. */
  readonly textKey?: string | undefined;
}

/** What one table holds of the pupil. */
export interface ReportSection {
  readonly table: string;
  readonly title: string;
  readonly rows: readonly (readonly ReportValue[])[];
}

/** Everything held about a pupil, table by table, without ids and without other people's names. */
export async function subjectReport(db: Db, { keys }: Subject): Promise<readonly ReportSection[]> {
  const held = await readPersonal(db, keys, await auditOf(db, keys));
  const names = await namesFor(db, held);
  const sections = held.map(({ table, rows }) => {
    const { entry, treated } = personal(db, table);
    const columns = Object.entries(treated).flatMap(([column, treatment]) =>
      'label' in treatment && !HIDDEN.has(`${table}.${column}`)
        ? [{ column, label: treatment.label, is: treatment.is }]
        : [],
    );
    return {
      table,
      title: entry.title,
      rows: rows.map((row) =>
        columns.flatMap(({ column, label, is }) => valueOf({ table, column, label, is }, row, names)),
      ),
    };
  });
  const sent = await sentOf(db, keys.upn);
  return sent.length === 0 ? sections : [...sections, sentSection(sent)];
}

/** Working copies of what is told elsewhere, and what only guards the trail. */
const HIDDEN: ReadonlySet<string> = new Set([
  'pupils.searchText',
  'duties.working',
  'letterIssues.facts',
  'letterIssues.sha256',
  'audit.salt',
]);

/** Typed freely though kept as a document. */
const TYPED: ReadonlySet<string> = new Set([
  'letterIssues.content',
  'letters.gaps',
  'duties.why',
  'audit.detail',
]);

function valueOf(
  { table, column, label, is }: { table: string; column: string; label: string; is: string },
  row: PersonalRow,
  names: Names,
): readonly ReportValue[] {
  const value = row[column];
  if (value === null || value === undefined || value === '') return [];
  // Details of the trail repeat the record as it was at the time, for machines; they are in the data, not in the words.
  const words = column === 'detail' ? '' : sayValue(column, value, names);
  if (words === '' && column !== 'detail') return [];
  const typed = is === 'text' || TYPED.has(`${table}.${column}`);
  return [{ column, label, words, value, ...(typed ? { textKey: textKey(table, column, value) } : {}) }];
}

/** The same text of the same column has one key, whatever else changes meanwhile. */
const textKey = (table: string, column: string, value: unknown): string =>
  createHash('sha256')
    .update(`${table}\n${column}\n${plainText(value)}`)
    .digest('hex')
    .slice(0, 24);

async function namesFor(db: Db, held: readonly HeldRows[]): Promise<Names> {
  const { providers, schools } = db.tables;
  const rows = held.flatMap(({ rows: all }) => all);
  const idsOf = (column: string) => [
    ...new Set(rows.flatMap((row) => (typeof row[column] === 'string' ? [row[column]] : []))),
  ];
  const providerIds = idsOf('providerId');
  const schoolIds = idsOf('schoolId');
  const found = [
    ...(providerIds.length === 0
      ? []
      : await db
          .select({ id: providers.id, name: providers.name })
          .from(providers)
          .where(inArray(providers.id, providerIds))),
    ...(schoolIds.length === 0
      ? []
      : await db
          .select({ id: schools.id, name: schools.name })
          .from(schools)
          .where(inArray(schools.id, schoolIds))),
  ];
  return new Map(found.map(({ id, name }) => [id, name]));
}

function sentSection(sent: Awaited<ReturnType<typeof sentOf>>): ReportSection {
  return {
    table: 'returns',
    title: 'In returns that the school sent',
    rows: sent.map(({ period, fileName, said }) => [
      { column: 'period', label: 'Period', words: period, value: period },
      { column: 'fileName', label: 'File', words: fileName, value: fileName },
      { column: 'said', label: 'What it said', words: plainText(said), value: said },
    ]),
  };
}
