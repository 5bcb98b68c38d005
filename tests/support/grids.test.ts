import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditOf } from '../builders/audit-of.ts';
import { AUTUMN, openGridArea, pupilOf, TODAY, type GridArea } from '../builders/grid-area.ts';
import { testUpn } from '../builders/pupil-upn.ts';

// What three schools with criteria of their own export as files arrives at the authority and is compared there.

let area: GridArea;
beforeAll(async () => {
  area = await openGridArea();
});
afterAll(() => area.close());

describe('the authority', () => {
  it('takes the grids of a folder, and compares counts per 100 on roll beside the criteria used', async () => {
    const elm = await area.exportGrid(area.elm);
    const oak = await area.exportGrid(area.oak, 'xlsx');
    const ash = await area.exportGrid(area.ash);
    expect((await area.importPaths(elm, oak, ash)).files).toMatchObject([
      { outcome: 'imported', school: { laEstab: '2014001' }, period: 'Autumn term 2025/26', pupils: 2 },
      { outcome: 'imported', school: { laEstab: '2014002' }, pupils: 0 },
      { outcome: 'imported', school: { laEstab: '2014003' }, pupils: 1 },
    ]);
    const compared = await area.authority.must('authority.compare-grids', {});
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
    expect(await auditOf(area.authority, 'authority.import-grids')).toHaveLength(3);
  });

  it('sees names only where it asks for one school’s, if the role may', async () => {
    const asked = { ...AUTUMN, laEstab: '2014001' };
    const { rows, school: of } = await area.authority.must('authority.grid-pupils', asked, 'authority');
    expect(of.laEstab).toBe('2014001');
    expect(rows).toMatchObject([
      { name: 'Ben Brown', upn: testUpn(1), keyWorker: { name: 'Ms Reed' } },
      { name: '=Cara Lee', upn: testUpn(2), why: ['Attendance 74% on 12 November, below 75%'] },
    ]);
    expect(await area.authority.run('authority.grid-pupils', asked, 'recorder')).toMatchObject({
      error: { code: 'not-permitted' },
    });
    expect(
      await area.authority.run('authority.grid-pupils', { ...AUTUMN, laEstab: '2014009' }),
    ).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('puts a later grid of the term in the place of an earlier one, and knows copies and older ones', async () => {
    const { app } = area.elm;
    const earlier = join(area.folder, '2014001.csv');
    expect((await area.importPaths(earlier)).totals).toMatchObject({ duplicate: 1, imported: 0 });
    app.goTo('2025-11-13');
    await app.issue(pupilOf(area.elm, 'Dan Ward'), {
      startDate: '2025-11-14',
      incidentOn: '2025-11-13',
    });
    const later = await area.exportGrid(area.elm, 'xlsx', 'later');
    expect((await area.importPaths(later)).files).toMatchObject([{ outcome: 'replaced', pupils: 3 }]);
    const old = await readFile(earlier, 'utf8');
    await writeFile(join(area.folder, 'old.csv'), old.replace('Elm School', 'Elm  School'));
    expect((await area.importPaths(join(area.folder, 'old.csv'))).files).toMatchObject([
      { outcome: 'older' },
    ]);
    const { schools, total } = await area.authority.must('authority.compare-grids', AUTUMN);
    expect(schools.filter(({ laEstab }) => laEstab === '2014001')).toMatchObject([{ pupils: 3 }]);
    expect(total?.pupils).toBe(4);
    const rows = await area.authority.services.store.read(async (db) =>
      db.select().from(db.tables.riskGridRows),
    );
    expect(rows.filter(({ upn }) => upn === testUpn(1))).toHaveLength(1);
  });

  it('refuses a file whole, with the line, the value and what to do, and takes the others', async () => {
    const good = await readFile(join(area.folder, '2014003.csv'), 'utf8');
    const bad = good.replace(TODAY, '12/13/2025').replace(testUpn(22), 'X1');
    const zip = zipSync({ 'a/bad.csv': strToU8(bad), 'b.txt': strToU8('nothing') });
    await writeFile(join(area.folder, 'many.zip'), zip);
    await writeFile(join(area.folder, 'other.csv'), good.replaceAll('2014003', '3014003'));
    await writeFile(join(area.folder, 'ahead.csv'), good.replace(/2025-11-12T[\d:]+/, '2031-01-01T10:00:00'));
    const { files, totals } = await area.importPaths(
      join(area.folder, 'many.zip'),
      join(area.folder, 'other.csv'),
      join(area.folder, 'ahead.csv'),
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
    expect((await area.authority.must('authority.compare-grids', {})).schools).toHaveLength(3);
  });

  it('refuses a grid made before its term began', async () => {
    const good = await readFile(join(area.folder, '2014003.csv'), 'utf8');
    const early = join(area.folder, 'early.csv');
    await writeFile(early, good.replace('About,Term,,,,,Autumn,', 'About,Term,,,,,Spring,'));
    const { files } = await area.importPaths(early);
    expect(files).toMatchObject([{ outcome: 'refused', problems: [{ element: 'Term' }] }]);
    expect(files[0]?.message).toContain('made before its term began');
  });

  it('takes a pupil put on the register by mistake, signed off and put there again on one day', async () => {
    const own = await openGridArea();
    const { app } = own.ash;
    const pupilId = pupilOf(own.ash, 'Hana Stone');
    const [entry] = (await app.must('support.list', { pupilId })).entries;
    const { id: entryId = '', version = 0 } = entry ?? {};
    await app.must('support.sign-off', { entryId, version, reason: 'The wrong note' });
    const byHand = (await app.must('support.criteria', {})).criteria[1]?.id ?? '';
    await app.must('support.raise', { pupilId, criterionId: byHand, note: 'The right note' });
    const { files } = await own.importPaths(await own.exportGrid(own.ash));
    expect(files).toMatchObject([{ outcome: 'imported', pupils: 1 }]);
    await own.close();
  });

  it('compares a list of its own with the grids both ways, and keeps nothing of the list', async () => {
    const list = join(area.folder, 'social.csv');
    await writeFile(list, `Child,UPN\r\nHana Stone,${testUpn(22)}\r\nUnknown Child,${testUpn(77)}\r\n`);
    const check = (reason?: string) =>
      area.authority.must('authority.cross-check-list', {
        ...AUTUMN,
        fileId: area.authority.fileId(list),
        ...(reason === undefined ? {} : { reason }),
      });
    expect(await check()).toMatchObject({
      listed: 2,
      both: 1,
      onlyListed: [{ upn: testUpn(77), name: 'Unknown Child', line: 3 }],
      onlyInGrids: [{ name: '=Cara Lee' }, { name: 'Ben Brown' }, { name: 'Dan Ward' }],
    });
    expect((await check('social SERVICES')).onlyInGrids).toEqual([]);
    const everything = await area.authority.services.store.read(async (db) => {
      const all = [];
      for (const table of Object.values(db.tables)) all.push(await db.select().from(table));
      return JSON.stringify(all);
    });
    expect(everything).not.toContain(testUpn(77));
    expect(everything).not.toContain('Unknown Child');
    await writeFile(list, `UPN\nX1\n`);
    expect(
      await area.authority.run('authority.cross-check-list', {
        ...AUTUMN,
        fileId: area.authority.fileId(list),
      }),
    ).toMatchObject({ error: { problems: [expect.objectContaining({ line: 2, value: 'X1' })] } });
  });

  it('takes the comparison along as a file without a name in it', async () => {
    const path = join(area.folder, 'compared.csv');
    await area.authority.must('authority.export-grids', {
      ...AUTUMN,
      destination: area.authority.fileId(path),
    });
    const text = await readFile(path, 'utf8');
    expect(text).toContain('2014001,');
    expect(text).toContain('A 2, B 1');
    expect(text).not.toContain('Ben Brown');
  });
});
