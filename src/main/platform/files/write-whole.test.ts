import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeWhole } from './write-whole.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'first-day-whole-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('writing a file whole', () => {
  it('leaves the text, as UTF-8, and nothing beside it', async () => {
    const path = join(folder, 'return.xml');
    await writeWhole(path, 'Zoë Łukasiewicz');
    expect(readFileSync(path)).toEqual(Buffer.from('Zoë Łukasiewicz', 'utf8'));
    expect(readdirSync(folder)).toEqual(['return.xml']);
  });

  it('replaces what was there', async () => {
    const path = join(folder, 'return.xml');
    writeFileSync(path, 'a longer text that was there before');
    await writeWhole(path, 'new');
    expect(readFileSync(path, 'utf8')).toBe('new');
  });

  it('fails without leaving a part where it cannot put the file', async () => {
    const path = join(folder, 'taken');
    mkdirSync(join(path, 'by a folder'), { recursive: true });
    await expect(writeWhole(path, 'text')).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['taken']);
    await expect(writeWhole(join(folder, 'no such folder', 'a.xml'), 'text')).rejects.toThrow(/ENOENT/);
  });
});
