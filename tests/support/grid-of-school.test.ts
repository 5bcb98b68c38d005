import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openExclusionApp } from '../builders/exclusion-school.ts';
import { AUTUMN, openGridArea, pupilOf, TODAY, type GridArea } from '../builders/grid-area.ts';
import { runWith } from '../builders/run-with.ts';

let area: GridArea;
beforeAll(async () => {
  area = await openGridArea();
});
afterAll(() => area.close());

describe('a school’s grid', () => {
  it('says who, why, with whom and what was done in the term, and what puts a pupil in it', async () => {
    const { app } = area.elm;
    const grid = await app.must('support.grid', {});
    expect(grid).toMatchObject({ ...AUTUMN, pupilsOnRoll: 3, perHundred: 66.7 });
    expect(grid.rows.find(({ name }) => name === 'Ben Brown')).toMatchObject({
      pupilId: pupilOf(area.elm, 'Ben Brown'),
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
    // A term that has not begun has no grid: it would say that everybody is at risk in it and nothing is done.
    const ahead = { schoolYear: 2025, term: 'summer' } as const;
    const refused = { ok: false, error: { code: 'refused', fields: [{ path: 'term' }] } };
    expect(await app.run('support.grid', ahead)).toMatchObject(refused);
    const destination = app.fileId('ahead.csv');
    expect(await app.run('support.export-grid', { ...ahead, format: 'csv', destination })).toMatchObject(
      refused,
    );
    expect((await app.must('support.grid', { schoolYear: 2024, term: 'summer' })).rows).toEqual([]);
    await app.close();
  });

  it('has nothing in its file of what was said, and no cell that a spreadsheet runs', async () => {
    const text = await readFile(await area.exportGrid(area.elm, 'csv', 'look'), 'utf8');
    expect(text).toContain("Pupil,'=Cara Lee,");
    expect(text).toContain('About,School number,,,,,2014001,');
    expect(text).not.toContain('Spoke of home');
    const ash = await readFile(await area.exportGrid(area.ash, 'csv', 'look'), 'utf8');
    expect(ash).toContain('Known to social services');
    expect(ash).not.toContain('The worker said so');
  });

  it('is printed with the criteria', async () => {
    const { app } = area.elm;
    const path = join(area.folder, 'grid.html');
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
