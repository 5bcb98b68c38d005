import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGridArea, type GridArea } from '../builders/grid-area.ts';

let area: GridArea;
beforeAll(async () => {
  area = await openGridArea();
});
afterAll(() => area.close());

describe('the authority’s criteria', () => {
  it('go to a school as a file, which takes them over marked as the authority’s', async () => {
    await area.importPaths(await area.exportGrid(area.oak), await area.exportGrid(area.ash));
    const { choices } = await area.authority.must('authority.criteria-choices', {});
    expect(choices.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['As First Day brings them', 'Ash Primary']),
    );
    const chosen = choices.find(({ name }) => name === 'Oak Academy; "north"')?.criteria;
    if (chosen === undefined) throw new Error('no such choice');
    const path = join(area.folder, 'criteria.json');
    const criteria = { ...chosen, procedure: { ...chosen.procedure, periodWeeks: 8 } };
    await area.authority.must('authority.write-criteria', {
      criteria,
      destination: area.authority.fileId(path),
    });

    const { app } = area.ash;
    const shown = await app.must('support.read-area-criteria', { fileId: app.fileId(path) });
    expect(shown).toMatchObject({ authority: { name: 'Test Authority' }, ours: true });
    expect(shown.given).toContainEqual(['Period of support', '8 weeks, then reviewed']);
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
    const { app } = area.ash;
    const text = await readFile(join(area.folder, 'criteria.json'), 'utf8');
    const tried = async (content: string) => {
      const path = join(area.folder, 'changed.json');
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
