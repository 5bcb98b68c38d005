import { mkdir, mkdtemp, readFile, readdir, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { folderFault, publishFolder } from './verified-folder.mjs';

const MADE = { recipe: 'first', always: ['program'] };
const YEAR_2020 = new Date('2020-01-01T00:00:00Z');
let home;
let folder;

const build = async (into) => {
  await writeFile(join(into, 'program'), 'the program');
  await mkdir(join(into, 'parts'));
  await writeFile(join(into, 'parts', 'words.txt'), 'words');
  for (const name of ['program', 'parts/words.txt']) await utimes(join(into, name), YEAR_2020, YEAR_2020);
};

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'first-day-cache-'));
  folder = join(home, 'tool-1');
});

afterEach(() => rm(home, { recursive: true }));

describe('a published folder', () => {
  test('is sound, and nothing else is left beside it', async () => {
    await publishFolder(folder, MADE, build);
    expect(await folderFault(folder, MADE)).toBeUndefined();
    expect(await readdir(home)).toEqual(['tool-1']);
  });

  test('is absent before it is made', async () => {
    expect(await folderFault(folder, MADE)).toBe('absent');
  });

  test.each([
    ['a shortened file', () => truncate(join(folder, 'program'), 3), 'program has 3 bytes, not 11'],
    ['a missing file', () => rm(join(folder, 'parts', 'words.txt')), 'words.txt is missing'],
    [
      'a changed file',
      () => writeFile(join(folder, 'parts', 'words.txt'), 'sword'),
      'words.txt have changed',
    ],
    ['a missing list', () => rm(join(folder, 'first-day-manifest.json')), 'list of files is missing'],
  ])('is refused with %s', async (_what, damage, fault) => {
    await publishFolder(folder, MADE, build);
    await damage();
    expect(await folderFault(folder, MADE)).toContain(fault);
  });

  test('is refused when a program changed although its size and time did not', async () => {
    await publishFolder(folder, MADE, build);
    await writeFile(join(folder, 'program'), 'THE program');
    await utimes(join(folder, 'program'), YEAR_2020, YEAR_2020);
    expect(await folderFault(folder, MADE)).toContain('program have changed');
  });

  test('is refused when another recipe is wanted', async () => {
    await publishFolder(folder, MADE, build);
    expect(await folderFault(folder, { recipe: 'second' })).toContain('another version');
  });

  test('replaces a damaged one', async () => {
    await publishFolder(folder, MADE, build);
    await writeFile(join(folder, 'program'), 'THE program');
    await utimes(join(folder, 'program'), YEAR_2020, YEAR_2020);
    await publishFolder(folder, MADE, build);
    expect(await readFile(join(folder, 'program'), 'utf8')).toBe('the program');
    expect(await readdir(home)).toEqual(['tool-1']);
  });

  test('does not appear when making it fails half-way', async () => {
    const failing = async (into) => {
      await writeFile(join(into, 'program'), 'half');
      throw new Error('the disk is full');
    };
    await expect(publishFolder(folder, MADE, failing)).rejects.toThrow('the disk is full');
    expect(await readdir(home)).toEqual([]);
  });

  test('clears away what a killed command left behind', async () => {
    const noSuchProcess = 2 ** 22 + 1;
    await mkdir(`${folder}.making-${noSuchProcess}`);
    await mkdir(`${folder}.download-${noSuchProcess}`);
    await publishFolder(folder, MADE, build);
    expect(await readdir(home)).toEqual(['tool-1']);
  });
});
