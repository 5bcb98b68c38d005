import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFileDesk, noDialogs } from './file-desk.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'first-day-desk-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the file desk', () => {
  it('gives each path an id of its own that says nothing of the path', () => {
    const desk = makeFileDesk(noDialogs);
    const first = desk.register('/home/head/return.xml');
    const second = desk.register('/home/head/return.xml');
    expect(first.fileId).not.toBe(second.fileId);
    expect(`${first.fileId}${first.name}`).not.toContain('head');
    expect(desk.pathOf(second.fileId)).toBe('/home/head/return.xml');
  });

  it('tells the size of a file that is there, and 0 for one that is yet to be written', () => {
    const desk = makeFileDesk(noDialogs);
    const path = join(folder, 'a.csv');
    writeFileSync(path, 'four');
    expect(desk.register(path)).toMatchObject({ name: 'a.csv', size: 4 });
    expect(desk.register(join(folder, 'b.csv'))).toMatchObject({ name: 'b.csv', size: 0 });
  });

  it('knows no path for an id it never gave', () => {
    expect(makeFileDesk(noDialogs).pathOf('made up')).toBeUndefined();
  });

  it('gives no place to write for what was chosen to be read, and nothing at all for what is never read', () => {
    const desk = makeFileDesk(noDialogs);
    const [read, write, none] = (['read', 'write', 'none'] as const).map(
      (use) => desk.register(`/a/${use}.csv`, use).fileId,
    );
    expect([desk.pathOf(read ?? ''), desk.placeOf(read ?? '')]).toEqual(['/a/read.csv', undefined]);
    expect([desk.pathOf(write ?? ''), desk.placeOf(write ?? '')]).toEqual(['/a/write.csv', '/a/write.csv']);
    expect([desk.pathOf(none ?? ''), desk.placeOf(none ?? '')]).toEqual([undefined, undefined]);
    expect(makeFileDesk(noDialogs, desk.snapshot()).placeOf(read ?? '')).toBeUndefined();
  });

  it('hands its ids to the desk of another thread', () => {
    const desk = makeFileDesk(noDialogs);
    const { fileId } = desk.register('/a/b.xml');
    expect(makeFileDesk(noDialogs, desk.snapshot()).pathOf(fileId)).toBe('/a/b.xml');
  });

  it('asks nobody where nobody can be asked', async () => {
    const desk = makeFileDesk(noDialogs);
    expect(await desk.chooseOpen('pupil-file')).toEqual([]);
    expect(await desk.chooseSave('return.xml')).toBeUndefined();
    expect(await desk.chooseFolder()).toBeUndefined();
  });
});
