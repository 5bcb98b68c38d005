import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { OperationInput, OperationOutput } from '#shared/contract/contract.ts';
import { openExclusionApp, type ExclusionApp } from './exclusion-school.ts';
import { testUpn } from './pupil-upn.ts';
import { openAuthorityApp, type AuthorityApp } from './return-authority.ts';

/** The term that the area's grids are of, and the day on which all is done. */
export const AUTUMN = { schoolYear: 2025, term: 'autumn' } as const;
export const TODAY = '2025-11-12';

/** A school with a database of its own. */
export interface GridSchool {
  readonly app: ExclusionApp;
  readonly laEstab: string;
  /** Ids by name. */
  readonly pupils: ReadonlyMap<string, string>;
}

/** Three schools with criteria of their own, each in a database of its own, and the authority in a fourth. */
export interface GridArea {
  /** By the program's criteria: Ben Brown (excluded, key worker Ms Reed) and =Cara Lee (attendance) of three pupils; 2014001. */
  readonly elm: GridSchool;
  /** Only those excluded twice: nobody of Eve Hart and Finn Moss, each excluded once; 2014002. */
  readonly oak: GridSchool;
  /** By attendance below 90% and by hand: Hana Stone, known to social services, of two pupils; 2014003. */
  readonly ash: GridSchool;
  readonly authority: AuthorityApp;
  /** A folder that all can read, as a post tray. */
  readonly folder: string;
  /** Writes a school's grid of the term into the folder, by default under its number; gives the path. */
  exportGrid(school: GridSchool, format?: 'csv' | 'xlsx', named?: string): Promise<string>;
  importPaths(...paths: readonly string[]): Promise<OperationOutput<'authority.import-grids'>>;
  close(): Promise<void>;
}

type Criteria = Omit<OperationInput<'support.save-criteria'>, 'version'>;

const OAK: Criteria = {
  categories: [{ letter: 'K', name: 'Behaviour', keyWorkerRole: 'Head of Year' }],
  criteria: [{ category: 'K', rule: { kind: 'excluded-times', times: 2 } }],
};

const ASH: Criteria = {
  categories: [{ letter: 'B', name: 'Attendance', keyWorkerRole: '' }],
  criteria: [
    { category: 'B', rule: { kind: 'attendance-below', percent: 90 } },
    { category: 'B', rule: { kind: 'by-hand', name: 'Known to social services' } },
  ],
};

/** Opens the area; nothing has been exported or imported yet. */
export async function openGridArea(): Promise<GridArea> {
  const folder = mkdtempSync(join(tmpdir(), 'first-day-grids-'));
  const authority = await openAuthorityApp(TODAY);
  const elm = await openSchool('2014001', 'Elm School', { 'Ben Brown': 1, '=Cara Lee': 2, 'Dan Ward': 3 });
  await elm.app.issue(pupilOf(elm, 'Ben Brown'));
  const figure = { pupilId: pupilOf(elm, '=Cara Lee'), percent: 74, source: 'Register' };
  await elm.app.must('support.set-attendance', figure);
  await meetKeyWorker(elm, 'Ben Brown');
  const oak = await openSchool('2014002', 'Oak Academy; "north"', { 'Eve Hart': 11, 'Finn Moss': 12 }, OAK);
  for (const name of oak.pupils.values()) await oak.app.issue(name);
  const ash = await openSchool('2014003', 'Ash Primary', { 'Gil Reeve': 21, 'Hana Stone': 22 }, ASH);
  const [, byHand] = (await ash.app.must('support.criteria', {})).criteria;
  await ash.app.must('support.raise', {
    pupilId: pupilOf(ash, 'Hana Stone'),
    criterionId: byHand?.id ?? '',
    note: 'The worker said so',
  });
  return {
    elm,
    oak,
    ash,
    authority,
    folder,
    exportGrid: async ({ app, laEstab }, format = 'csv', named = laEstab) => {
      const path = join(folder, `${named}.${format}`);
      await app.must('support.export-grid', { ...AUTUMN, format, destination: app.fileId(path) });
      return path;
    },
    importPaths: (...paths) =>
      authority.must('authority.import-grids', { fileIds: paths.map((path) => authority.fileId(path)) }),
    close: async () => {
      for (const app of [elm.app, oak.app, ash.app, authority]) await app.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Ms Reed becomes the key worker of a pupil at risk and meets them. */
async function meetKeyWorker(school: GridSchool, pupil: string): Promise<void> {
  const { entries } = await school.app.must('support.list', { pupilId: pupilOf(school, pupil) });
  const { id: entryId = '', version = 0 } = entries[0] ?? {};
  const worker = { name: 'Ms Reed', role: 'Learning Mentor' };
  await school.app.must('support.assign-key-worker', { entryId, version, ...worker });
  await school.app.must('support.add-meeting', { entryId, on: TODAY, note: 'Spoke of home' });
}

export const pupilOf = ({ pupils }: GridSchool, name: string): string => pupils.get(name) ?? '';

/** Pupils by name with the serials of their UPNs, so that no two schools share one. */
async function openSchool(
  laEstab: string,
  name: string,
  pupils: Readonly<Record<string, number>>,
  criteria?: Criteria,
): Promise<GridSchool> {
  const app = await openExclusionApp({ laEstab, name });
  const ids = new Map<string, string>();
  for (const [pupil, serial] of Object.entries(pupils)) {
    const id = await app.pupil(pupil);
    ids.set(pupil, id);
    await app.services.store.write(async (db) => {
      const { pupils: table } = db.tables;
      await db
        .update(table)
        .set({ upn: testUpn(serial) })
        .where(eq(table.id, id));
      return { ok: true };
    });
  }
  if (criteria !== undefined) {
    const { version } = await app.must('support.criteria', {});
    await app.must('support.save-criteria', { version, ...criteria });
  }
  return { app, laEstab, pupils: ids };
}
