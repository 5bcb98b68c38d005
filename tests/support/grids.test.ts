import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationInput } from '#shared/contract/contract.ts';
import { auditOf } from '../builders/audit-of.ts';
import { openExclusionApp, type ExclusionApp } from '../builders/exclusion-school.ts';
import { openAuthorityApp, type AuthorityApp } from '../builders/return-authority.ts';
import { runWith } from '../builders/run-with.ts';
import { testUpn } from '../builders/pupil-upn.ts';

// Three schools with criteria of their own, each in a database of its own, and the authority in a fourth: what leaves
// one as a file arrives in the other.

const AUTUMN = { schoolYear: 2025, term: 'autumn' } as const;
const TODAY = '2025-11-12';

type Criteria = OperationInput<'support.save-criteria'>;

interface Sender {
  readonly app: ExclusionApp;
  readonly laEstab: string;
  readonly name: string;
  readonly pupils: ReadonlyMap<string, string>;
}

let shared: string;
let authority: AuthorityApp;
const senders = new Map<string, Sender>();
const opened: { close(): Promise<void> }[] = [];

/** A school with pupils whose UPNs begin at a serial, so that no two schools share one unless they are told to. */
async function openSchool(
  laEstab: string,
  name: string,
  pupils: Readonly<Record<string, number>>,
  criteria?: Omit<Criteria, 'version'>,
): Promise<Sender> {
  const app = await openExclusionApp({ laEstab, name });
  opened.push(app);
  const ids = new Map<string, string>();
  for (const [pupil, serial] of Object.entries(pupils)) {
    const id = await app.pupil(pupil);
    ids.set(pupil, id);
    await app.services.store.write(async (db) => {
      const { eq } = await import('drizzle-orm');
      await db
        .update(db.tables.pupils)
        .set({ upn: testUpn(serial) })
        .where(eq(db.tables.pupils.id, id));
      return { ok: true };
    });
  }
  if (criteria !== undefined) {
    const { version } = await app.must('support.criteria', {});
    await app.must('support.save-criteria', { version, ...criteria });
  }
  const sender = { app, laEstab, name, pupils: ids };
  senders.set(name, sender);
  return sender;
}

async function exportGrid({ app, laEstab }: Sender, format: 'csv' | 'xlsx' = 'csv', named = laEstab) {
  const path = join(shared, `${named}.${format}`);
  await app.must('support.export-grid', { ...AUTUMN, format, destination: app.fileId(path) });
  return path;
}

const school = (name: string): Sender => {
  const found = senders.get(name);
  if (found === undefined) throw new Error(`no school ${name}`);
  return found;
};
const idOf = ({ pupils }: Sender, name: string): string => pupils.get(name) ?? '';

const importPaths = (...paths: string[]) =>
  authority.must('authority.import-grids', { fileIds: paths.map((path) => authority.fileId(path)) });

beforeAll(async () => {
  shared = mkdtempSync(join(tmpdir(), 'first-day-grids-'));
  authority = await openAuthorityApp(TODAY);
  opened.push(authority);
  // By the program's criteria: one exclusion is enough.
  const elm = await openSchool('2014001', 'Elm School', { 'Ben Brown': 1, '=Cara Lee': 2, 'Dan Ward': 3 });
  await elm.app.issue(idOf(elm, 'Ben Brown'));
  await elm.app.must('support.set-attendance', {
    pupilId: idOf(elm, '=Cara Lee'),
    percent: 74,
    source: 'Register',
  });
  // Only those excluded twice.
  const oak = await openSchool(
    '2014002',
    'Oak Academy; "north"',
    { 'Eve Hart': 11, 'Finn Moss': 12 },
    {
      categories: [{ letter: 'K', name: 'Behaviour', keyWorkerRole: 'Head of Year' }],
      criteria: [{ category: 'K', rule: { kind: 'excluded-times', times: 2 } }],
    },
  );
  await oak.app.issue(idOf(oak, 'Eve Hart'));
  await oak.app.issue(idOf(oak, 'Finn Moss'));
  // Attendance of a kind of its own, and what people note.
  const ash = await openSchool(
    '2014003',
    'Ash Primary',
    { 'Gil Reeve': 21, 'Hana Stone': 22 },
    {
      categories: [{ letter: 'B', name: 'Attendance', keyWorkerRole: '' }],
      criteria: [
        { category: 'B', rule: { kind: 'attendance-below', percent: 90 } },
        { category: 'B', rule: { kind: 'by-hand', name: 'Known to social services' } },
      ],
    },
  );
  const { criteria } = await ash.app.must('support.criteria', {});
  await ash.app.must('support.raise', {
    pupilId: idOf(ash, 'Hana Stone'),
    criterionId: criteria[1]?.id ?? '',
    note: 'The worker said so',
  });
});
afterAll(async () => {
  for (const app of opened) await app.close();
  rmSync(shared, { recursive: true, force: true });
});

describe('a school’s grid', () => {
  it('says who, why, with whom and what was done in the term, and what puts a pupil in it', async () => {
    const { app, ...elm } = school('Elm School');
    const { entries } = await app.must('support.list', {});
    const entry = entries.find(({ name }) => name === 'Ben Brown');
    await app.must('support.assign-key-worker', {
      entryId: entry?.id ?? '',
      version: entry?.version ?? 0,
      name: 'Ms Reed',
      role: 'Learning Mentor',
    });
    await app.must('support.add-meeting', { entryId: entry?.id ?? '', on: TODAY, note: 'Spoke of home' });
    const grid = await app.must('support.grid', {});
    expect(grid).toMatchObject({ ...AUTUMN, pupilsOnRoll: 3, perHundred: 66.7 });
    expect(grid.rows.find(({ name }) => name === 'Ben Brown')).toMatchObject({
      pupilId: idOf({ app, ...elm }, 'Ben Brown'),
      categories: ['A'],
      why: ['Excluded once, 13 November'],
      since: TODAY,
      keyWorker: { name: 'Ms Reed', role: 'Learning Mentor' },
      done: 'Met the key worker once, on 12 November',
      reviewOn: '2025-12-24',
    });
    expect(grid.criteria).toContainEqual(['Puts a pupil in A', 'Excluded once in the school year']);
  });

  it('is of the pupils at risk in the term, as they stood at its end', async () => {
    const app = await openExclusionApp();
    opened.push(app);
    const ben = await app.pupil('Ben Brown');
    await app.issue(ben);
    app.goTo('2026-01-14');
    const [entry] = (await app.must('support.list', {})).entries;
    await app.must('support.sign-off', {
      entryId: entry?.id ?? '',
      version: entry?.version ?? 0,
      reason: 'Attendance back to average',
    });
    const grid = async (term: 'autumn' | 'spring' | 'summer') =>
      (await app.must('support.grid', { schoolYear: 2025, term })).rows;
    expect((await grid('autumn'))[0]).not.toHaveProperty('signedOff');
    expect(await grid('spring')).toMatchObject([
      { signedOff: { on: '2026-01-14', why: 'Attendance back to average' } },
    ]);
    expect(await grid('summer')).toEqual([]);
    expect((await app.must('support.grid', { schoolYear: 2024, term: 'summer' })).rows).toEqual([]);
  });

  it('has nothing in its file of what was said, and no cell that a spreadsheet runs', async () => {
    const text = await readFile(await exportGrid(school('Elm School'), 'csv', 'look'), 'utf8');
    expect(text).toContain("Pupil,'=Cara Lee,");
    expect(text).toContain('About,School number,,,,,2014001,');
    expect(text).not.toContain('Spoke of home');
    const ash = await readFile(await exportGrid(school('Ash Primary'), 'csv', 'look'), 'utf8');
    expect(ash).toContain('Known to social services');
    expect(ash).not.toContain('The worker said so');
  });

  it('is printed with the criteria', async () => {
    const { app } = school('Elm School');
    const path = join(shared, 'grid.html');
    const printed = { printPdf: async (html: string) => Buffer.from(html) };
    const answer = await runWith(app, printed, 'support.export-grid', {
      format: 'pdf',
      destination: app.fileId(path),
    });
    expect(answer.ok).toBe(true);
    const html = await readFile(path, 'utf8');
    expect(html).toContain('By what pupils are in this grid');
    expect(html).toContain('2 pupils of 3 on roll: 66.7 in each 100');
    expect(await app.run('support.export-grid', { format: 'pdf' })).toMatchObject({
      error: { code: 'refused' },
    });
  });
});

describe('the authority', () => {
  it('takes the grids of a folder, and compares counts per 100 on roll beside the criteria used', async () => {
    const elm = await exportGrid(school('Elm School'));
    const oak = await exportGrid(school('Oak Academy; "north"'), 'xlsx');
    const ash = await exportGrid(school('Ash Primary'));
    expect((await importPaths(elm, oak, ash)).files).toMatchObject([
      { outcome: 'imported', school: { laEstab: '2014001' }, period: 'Autumn term 2025/26', pupils: 2 },
      { outcome: 'imported', school: { laEstab: '2014002' }, pupils: 0 },
      { outcome: 'imported', school: { laEstab: '2014003' }, pupils: 1 },
    ]);
    const compared = await authority.must('authority.compare-grids', {});
    expect(compared).toMatchObject({ ...AUTUMN, terms: [AUTUMN] });
    const of = (laEstab: string) => compared.schools.find((one) => one.laEstab === laEstab);
    expect(of('2014001')).toMatchObject({
      pupils: 2,
      pupilsOnRoll: 3,
      perHundred: 66.7,
      withKeyWorker: 1,
      withoutKeyWorker: 1,
      signedOff: 0,
      nothingDone: 1,
      byCategory: [
        { letter: 'A', pupils: 1, perHundred: 33.3 },
        { letter: 'B', pupils: 1, perHundred: 33.3 },
      ],
    });
    expect(of('2014002')).toMatchObject({ pupils: 0, perHundred: 0, byCategory: [] });
    expect(of('2014003')).toMatchObject({ pupils: 1, perHundred: 50, byCategory: [{ letter: 'B' }] });
    expect(compared.total).toMatchObject({ pupils: 3, pupilsOnRoll: 7, perHundred: 42.9 });
    expect(compared.sets).toHaveLength(3);
    const set = compared.sets.find((one) => one.set === of('2014002')?.set);
    expect(set?.criteria).toContainEqual(['Puts a pupil in K', 'Excluded twice or more in the school year']);
    expect(JSON.stringify(compared)).not.toContain('Ben Brown');
    expect(await auditOf(authority, 'authority.import-grids')).toHaveLength(3);
  });

  it('sees names only where it asks for one school’s, if the role may', async () => {
    const asked = { ...AUTUMN, laEstab: '2014001' };
    const { rows, school: of } = await authority.must('authority.grid-pupils', asked, 'authority');
    expect(of.laEstab).toBe('2014001');
    expect(rows).toMatchObject([
      { name: 'Ben Brown', upn: testUpn(1), keyWorker: { name: 'Ms Reed' } },
      { name: '=Cara Lee', upn: testUpn(2), why: ['Attendance 74% on 12 November, below 75%'] },
    ]);
    expect(await authority.run('authority.grid-pupils', asked, 'recorder')).toMatchObject({
      error: { code: 'not-permitted' },
    });
    expect(await authority.run('authority.grid-pupils', { ...AUTUMN, laEstab: '2014009' })).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('puts a later grid of the term in the place of an earlier one, and knows copies and older ones', async () => {
    const { app } = school('Elm School');
    const earlier = join(shared, '2014001.csv');
    expect((await importPaths(earlier)).totals).toMatchObject({ duplicate: 1, imported: 0 });
    app.goTo('2025-11-13');
    await app.issue(idOf(school('Elm School'), 'Dan Ward'), {
      startDate: '2025-11-14',
      incidentOn: '2025-11-13',
    });
    const later = await exportGrid(school('Elm School'), 'xlsx', 'later');
    expect((await importPaths(later)).files).toMatchObject([{ outcome: 'replaced', pupils: 3 }]);
    const old = await readFile(earlier, 'utf8');
    await writeFile(join(shared, 'old.csv'), old.replace('Elm School', 'Elm  School'));
    expect((await importPaths(join(shared, 'old.csv'))).files).toMatchObject([{ outcome: 'older' }]);
    const { schools, total } = await authority.must('authority.compare-grids', AUTUMN);
    expect(schools.filter(({ laEstab }) => laEstab === '2014001')).toMatchObject([{ pupils: 3 }]);
    expect(total?.pupils).toBe(4);
    const rows = await authority.services.store.read(async (db) => db.select().from(db.tables.riskGridRows));
    expect(rows.filter(({ upn }) => upn === testUpn(1))).toHaveLength(1);
  });

  it('refuses a file whole, with the line, the value and what to do, and takes the others', async () => {
    const good = await readFile(join(shared, '2014003.csv'), 'utf8');
    const bad = good.replace(TODAY, '12/13/2025').replace(testUpn(22), 'X1');
    const zip = zipSync({ 'a/bad.csv': strToU8(bad), 'b.txt': strToU8('nothing') });
    await writeFile(join(shared, 'many.zip'), zip);
    await writeFile(join(shared, 'other.csv'), good.replaceAll('2014003', '3014003'));
    await writeFile(join(shared, 'ahead.csv'), good.replace(/2025-11-12T[\d:]+/, '2031-01-01T10:00:00'));
    const { files, totals } = await importPaths(
      join(shared, 'many.zip'),
      join(shared, 'other.csv'),
      join(shared, 'ahead.csv'),
    );
    expect(totals).toMatchObject({ refused: 4, imported: 0 });
    const [first, second, other, ahead] = files;
    expect(first?.fileName).toBe('many.zip/a/bad.csv');
    expect(first?.problems).toEqual([
      expect.objectContaining({ line: 2, element: 'UPN', value: 'X1' }),
      expect.objectContaining({
        line: 2,
        element: 'Since',
        value: '12/13/2025',
        remedy: expect.stringContaining('day/month/year'),
      }),
    ]);
    expect(second?.problems[0]?.message).toContain('This is not a grid of pupils at risk');
    expect(other?.message).toContain('another authority than Test Authority (201)');
    expect(ahead?.message).toContain('still to come');
    expect((await authority.must('authority.compare-grids', {})).schools).toHaveLength(3);
  });

  it('compares a list of its own with the grids both ways, and keeps nothing of the list', async () => {
    const list = join(shared, 'social.csv');
    await writeFile(list, `Child,UPN\r\nHana Stone,${testUpn(22)}\r\nUnknown Child,${testUpn(77)}\r\n`);
    const check = (reason?: string) =>
      authority.must('authority.cross-check-list', {
        ...AUTUMN,
        fileId: authority.fileId(list),
        ...(reason === undefined ? {} : { reason }),
      });
    expect(await check()).toMatchObject({
      listed: 2,
      both: 1,
      onlyListed: [{ upn: testUpn(77), name: 'Unknown Child', line: 3 }],
      onlyInGrids: [{ name: '=Cara Lee' }, { name: 'Ben Brown' }, { name: 'Dan Ward' }],
    });
    expect((await check('social SERVICES')).onlyInGrids).toEqual([]);
    const everything = await authority.services.store.read(async (db) => {
      const all = [];
      for (const table of Object.values(db.tables)) all.push(await db.select().from(table));
      return JSON.stringify(all);
    });
    expect(everything).not.toContain(testUpn(77));
    expect(everything).not.toContain('Unknown Child');
    await writeFile(list, `UPN\nX1\n`);
    expect(
      await authority.run('authority.cross-check-list', { ...AUTUMN, fileId: authority.fileId(list) }),
    ).toMatchObject({ error: { problems: [expect.objectContaining({ line: 2, value: 'X1' })] } });
  });

  it('takes the comparison along as a file without a name in it', async () => {
    const path = join(shared, 'compared.csv');
    await authority.must('authority.export-grids', { ...AUTUMN, destination: authority.fileId(path) });
    const text = await readFile(path, 'utf8');
    expect(text).toContain('2014001,');
    expect(text).toContain('A 2, B 1');
    expect(text).not.toContain('Ben Brown');
  });
});

describe('the authority’s criteria', () => {
  it('go to a school as a file, which takes them over marked as the authority’s', async () => {
    const { choices } = await authority.must('authority.criteria-choices', {});
    expect(choices.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['As First Day brings them', 'Ash Primary']),
    );
    const chosen = choices.find(({ name }) => name === 'Oak Academy; "north"')?.criteria;
    if (chosen === undefined) throw new Error('no such choice');
    const path = join(shared, 'criteria.json');
    const criteria = { ...chosen, procedure: { ...chosen.procedure, periodWeeks: 8 } };
    await authority.must('authority.write-criteria', { criteria, destination: authority.fileId(path) });

    const { app } = school('Ash Primary');
    const shown = await app.must('support.read-area-criteria', { fileId: app.fileId(path) });
    expect(shown).toMatchObject({ authority: { name: 'Test Authority' }, ours: true });
    expect(shown.then).toContainEqual(['Period of support', '8 weeks, then reviewed']);
    expect(shown.now).toContainEqual(['Puts a pupil in B', 'Attendance below 90%']);
    const take = (version: number) =>
      app.run('support.take-area-criteria', { fileId: app.fileId(path), version });
    expect(await take(shown.version + 1)).toMatchObject({ error: { code: 'conflict' } });
    expect(await take(shown.version)).toMatchObject({ ok: true });
    const { criteria: now, rows } = await app.must('support.grid', {});
    expect(now).toContainEqual(['Criteria set by', 'Test Authority']);
    expect(now).toContainEqual(['Period of support', '8 weeks, then reviewed']);
    expect(rows.map(({ name }) => name)).toEqual(['Hana Stone']);
    expect((await app.must('support.criteria', {})).categories).toMatchObject([{ letter: 'K' }]);
    expect((await app.audit()).at(-1)).toMatchObject({
      operation: 'support.take-area-criteria',
      detail: { before: { version: 1 }, after: { version: 2, setBy: 'Test Authority' } },
    });
  });

  it('of another authority, or changed by hand, are refused', async () => {
    const { app } = school('Ash Primary');
    const text = await readFile(join(shared, 'criteria.json'), 'utf8');
    const tried = async (content: string) => {
      const path = join(shared, 'changed.json');
      await writeFile(path, content);
      const fileId = app.fileId(path);
      const { version } = await app.must('support.criteria', {});
      const answer = await app.run('support.take-area-criteria', { fileId, version });
      return answer.ok ? 'taken' : `${answer.error.message} ${answer.error.problems?.[0]?.message ?? ''}`;
    };
    expect(await tried(text.replace('"code": "201"', '"code": "301"'))).toContain(
      'your school’s number is 2014003',
    );
    expect(await tried(text.replace('"periodWeeks": 8', '"periodWeeks": 800'))).toContain('was changed');
    expect(await tried('Criteria')).toContain('not a file of criteria');
  });
});
