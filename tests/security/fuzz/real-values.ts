import { getTableColumns } from 'drizzle-orm';
import type { Db, Store } from '#main/storage/store.ts';
import type { Below } from '../../builders/repeatable-random.ts';

type Row = Readonly<Record<string, unknown>>;

/** Values that are in the database, for inputs that reach further than "there is no such pupil". */
export interface RealValues {
  /** A row that has at least two of these keys, so that its values belong together; often none. */
  rowFor(keys: readonly string[], below: Below): Row | undefined;
  /** A value that stands somewhere under this name. */
  valueFor(area: string, key: string, below: Below): unknown;
  /** The version of the row with this id. */
  versionOf(id: unknown): number | undefined;
}

/** Rows a table that are looked at. */
const MOST_ROWS = 300;

/** The tables whose ids are meant by a key, or by `id` in an area of the contract. */
const TABLE_OF: Readonly<Record<string, string>> = {
  exclusions: 'exclusions',
  exclusionId: 'exclusions',
  followsId: 'exclusions',
  pupilId: 'pupils',
  pupilIds: 'pupils',
  providers: 'providers',
  providerId: 'providers',
  placementId: 'placements',
  placeId: 'places',
  placeIds: 'places',
  giveUp: 'places',
  schoolId: 'schools',
  contacts: 'contacts',
  exams: 'exams',
  absences: 'requestedAbsences',
  apart: 'keepApart',
  waiting: 'waitList',
  school: 'heads',
  eventId: 'caseEvents',
  taskId: 'stayTasks',
  entryId: 'atRiskEntries',
  criterionId: 'atRiskCriteria',
  planId: 'supportPlans',
  targetId: 'planTargets',
  agencyId: 'agencies',
  referralId: 'referrals',
  againOf: 'referrals',
  panelId: 'panels',
  issueId: 'letterIssues',
  closureId: 'providerClosures',
  receivedId: 'receivedReturns',
  receiptId: 'returns',
  ids: 'quarantinedFiles',
  keyId: 'sealKeys',
  authority: 'columnMappings',
};

/** Reads the first rows of every table. */
export async function readRealValues(store: Store): Promise<RealValues> {
  const tables = await store.read(readTables);
  const versions = new Map<unknown, number>();
  const columns = new Map<string, unknown[]>();
  for (const row of [...tables.values()].flat()) {
    if (typeof row['id'] === 'string' && typeof row['version'] === 'number')
      versions.set(row['id'], row['version']);
    for (const [key, value] of Object.entries(row)) {
      if (typeof value !== 'string' || value.length > 300) continue;
      const known = columns.get(key) ?? [];
      known.push(value);
      columns.set(key, known);
    }
  }
  return {
    versionOf: (id) => versions.get(id),
    rowFor(keys, below) {
      const fitting = [...tables.values()].filter(
        ([first]) => first !== undefined && keys.filter((key) => typeof first[key] === 'string').length >= 2,
      );
      return pick(pick(fitting, below), below);
    },
    valueFor(area, key, below) {
      const table = TABLE_OF[key === 'id' ? area : key];
      const ids = table === undefined ? undefined : tables.get(table)?.map((row) => row['id']);
      return pick(ids, below) ?? pick(columns.get(key) ?? columns.get(key.replace(/s$/, '')), below);
    },
  };
}

const pick = <T>(values: readonly T[] | undefined, below: Below): T | undefined =>
  values === undefined || values.length === 0 ? undefined : values[below(values.length)];

async function readTables(db: Db): Promise<Map<string, readonly Row[]>> {
  const tables = new Map<string, readonly Row[]>();
  for (const [name, table] of Object.entries(db.tables)) {
    if (Object.keys(getTableColumns(table)).length === 0) continue;
    // The newest: what is still open is among them.
    const rows: readonly Row[] = await db.select().from(table);
    const [idKey] = Object.entries(TABLE_OF).find(([key, of]) => of === name && key.endsWith('Id')) ?? [];
    // What others call this row's id stands in it too, so that it fits beside what the row has.
    tables.set(
      name,
      rows.slice(-MOST_ROWS).map((row) => (idKey === undefined ? row : { ...row, [idKey]: row['id'] })),
    );
  }
  return tables;
}
