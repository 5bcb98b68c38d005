import { lstat, mkdtemp, readFile, readdir, readlink, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unzip } from './unzip.mjs';

const all = (name) => name;
let home;
let archive;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'first-day-zip-'));
  archive = join(home, 'archive.zip');
});

afterEach(() => rm(home, { recursive: true }));

/** A zip file as the format's description (APPNOTE 4.3) lays it out. */
function zipOf(entries) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { name, text, mode = 0o100644, stored = false } of entries) {
    const packed = stored ? Buffer.from(text) : deflateRawSync(text);
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(20, 0);
    fixed.writeUInt16LE(stored ? 0 : 8, 4);
    fixed.writeUInt32LE(crc32(text), 10);
    fixed.writeUInt32LE(packed.length, 14);
    fixed.writeUInt32LE(Buffer.byteLength(text), 18);
    fixed.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = [Buffer.from('PK\x03\x04'), fixed, Buffer.from(name), packed];
    const extra = Buffer.alloc(14);
    extra.writeUInt32LE(mode * 0x10000, 6);
    extra.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 3]), fixed, extra, Buffer.from(name));
    parts.push(...local);
    offset += local.reduce((sum, part) => sum + part.length, 0);
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, ...directory, Buffer.from('PK\x05\x06'), end]);
}

describe('unzip', () => {
  test('unpacks packed and stored files with their permissions', async () => {
    const long = 'abc '.repeat(10_000);
    await writeFile(
      archive,
      zipOf([
        { name: 'bin/program', text: long, mode: 0o100755 },
        { name: 'read.me', text: 'plain', stored: true },
        { name: 'empty', text: '', stored: true },
      ]),
    );
    expect(await unzip(archive, join(home, 'to'), all)).toBe(3);
    expect(await readFile(join(home, 'to/bin/program'), 'utf8')).toBe(long);
    expect((await stat(join(home, 'to/bin/program'))).mode & 0o111).toBe(0o111);
    expect(await readFile(join(home, 'to/read.me'), 'utf8')).toBe('plain');
    expect((await stat(join(home, 'to/empty'))).size).toBe(0);
  });

  test('makes symbolic links', async () => {
    await writeFile(archive, zipOf([{ name: 'link', text: 'target', mode: 0o120777 }]));
    await unzip(archive, join(home, 'to'), all);
    expect((await lstat(join(home, 'to/link'))).isSymbolicLink()).toBe(true);
    expect(await readlink(join(home, 'to/link'))).toBe('target');
  });

  test('leaves out and renames as it is told', async () => {
    await writeFile(
      archive,
      zipOf([
        { name: 'App/one', text: '1' },
        { name: 'Other/two', text: '2' },
      ]),
    );
    const onlyApp = (name) => (name.startsWith('App/') ? name.slice(4) : undefined);
    expect(await unzip(archive, join(home, 'to'), onlyApp)).toBe(1);
    expect(await readdir(join(home, 'to'))).toEqual(['one']);
  });

  test('refuses an entry that points outside the folder', async () => {
    await writeFile(archive, zipOf([{ name: '../escaped', text: 'x' }]));
    await expect(unzip(archive, join(home, 'to'), all)).rejects.toThrow('points outside');
    expect(await readdir(home)).toEqual(['archive.zip']);
  });

  test('refuses an archive that was cut short', async () => {
    await writeFile(archive, zipOf([{ name: 'one', text: 'some text' }]));
    await truncate(archive, 40);
    await expect(unzip(archive, join(home, 'to'), all)).rejects.toThrow('cut short');
  });
});
