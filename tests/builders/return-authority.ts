import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeCensusXml } from '#main/exchange/census-xml.ts';
import { writeReturnCsv } from '#main/exchange/return-csv.ts';
import type { ReturnDocument, ReturnExclusion } from '#main/exchange/return-document.ts';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { openTestApp, type TestApp } from './app.ts';
import { testUpn } from './pupil-upn.ts';
import { TEST_ADMINISTRATOR } from './people.ts';

type Outcome = OperationOutput<'authority.import'>['files'][number];

/** One pupil's exclusion: kind, first day and sessions. */
export type SentExclusion = readonly [
  serial: number,
  category: ReturnExclusion['category'],
  startDate: string,
  sessions?: number,
];

/** A return of the Spring census 2026 of school 2014001, or as told. */
export function sentReturn(
  exclusions: readonly SentExclusion[],
  more: Partial<ReturnDocument> & { readonly estab?: string } = {},
): ReturnDocument {
  const { estab = '4001', ...rest } = more;
  const serials = [...new Set(exclusions.map(([serial]) => serial))];
  return {
    school: { la: '201', estab, name: `School ${estab}` },
    referenceDate: '2026-01-15',
    period: { kind: 'census', term: 'SPR', year: 2026, from: '2025-04-21', to: '2025-12-31' },
    serialNo: '001',
    createdAt: '2026-01-19T10:00:00',
    nil: exclusions.length === 0,
    pupils: serials.map((serial) => ({
      upn: testUpn(serial),
      surname: `Surname${serial}`,
      forename: 'Alex',
      sex: 'F',
      dob: '2011-10-09',
      onRoll: true,
      exclusions: exclusions
        .filter(([whose]) => whose === serial)
        .map(([, category, startDate, sessions]) => ({
          category,
          reasons: ['DB'],
          startDate,
          inCare: false,
          senProvision: 'N',
          ...(sessions === undefined ? {} : { sessions }),
        })),
    })),
    ...rest,
  };
}

/** The return one census before: of autumn 2025, whose window overlaps by the summer term. */
export const AUTUMN = {
  referenceDate: '2025-10-02',
  period: { kind: 'census', term: 'AUT', year: 2025, from: '2025-01-01', to: '2025-07-31' },
  createdAt: '2025-10-06T10:00:00',
} as const;

export interface AuthorityApp extends TestApp {
  /** Writes a file into the test's folder and gives its path. */
  put(name: string, content: string | Uint8Array | ReturnDocument): string;
  /** Imports paths as if they had been dropped; the outcomes in order. */
  importPaths(...paths: string[]): Promise<readonly Outcome[]>;
  /** Writes the files and imports them one by one; gives each outcome's word. */
  receive(files: Readonly<Record<string, string | ReturnDocument>>): Promise<readonly Outcome['outcome'][]>;
  /** Rows of received returns and exclusions: to see that nothing changed. */
  kept(): Promise<{ readonly returns: number; readonly exclusions: number }>;
}

/** The text of a return as a file of this name has it. */
export function fileText(name: string, document: ReturnDocument): string {
  const written = name.endsWith('.csv') ? writeReturnCsv(document) : writeCensusXml(document);
  if (!written.ok) throw new Error(written.error.message);
  return written.value;
}

/** An authority (201, real, so that its schools are in the national list) that has received nothing yet. */
export async function openAuthorityApp(today = '2026-01-21'): Promise<AuthorityApp> {
  const app = openTestApp(today);
  await app.must('setup.create-authority', {
    code: '201',
    name: 'Test Authority',
    administrator: TEST_ADMINISTRATOR,
  });
  const put: AuthorityApp['put'] = (name, content) => {
    const path = join(app.folder, 'sent', name);
    mkdirSync(dirname(path), { recursive: true });
    const isDocument = typeof content === 'object' && 'pupils' in content;
    writeFileSync(path, isDocument ? fileText(name, content) : content);
    return path;
  };
  const importPaths: AuthorityApp['importPaths'] = async (...paths) =>
    (await app.must('authority.import', { fileIds: paths.map((path) => app.fileId(path)) })).files;
  return {
    ...app,
    put,
    importPaths,
    receive: async (files) => {
      const outcomes: Outcome['outcome'][] = [];
      for (const [name, content] of Object.entries(files)) {
        outcomes.push(...(await importPaths(put(name, content))).map(({ outcome }) => outcome));
      }
      return outcomes;
    },
    kept: () =>
      app.services.store.read(async (db) => ({
        returns: (await db.select().from(db.tables.receivedReturns)).length,
        exclusions: (await db.select().from(db.tables.receivedExclusions)).length,
      })),
  };
}
