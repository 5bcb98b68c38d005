import { zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { processorTime } from '../../../tests/builders/processor-time.ts';
import { ANY_FILE } from '../../../tests/builders/damage.ts';
import { repeatableRandom } from '../../../tests/builders/repeatable-random.ts';
import { ARCHIVE_LIMITS, openArchive } from './open-archive.ts';
import { MAX_FILE_BYTES } from './read-text.ts';

const text = (content: string): Uint8Array => Buffer.from(content);
const zipOf = (files: Zippable): Uint8Array => zipSync(files);

const filesOf = (bytes: Uint8Array, limits = ARCHIVE_LIMITS) => {
  const opened = openArchive('returns.zip', bytes, limits);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
};
/** What is said of the archive as a whole. */
const refusalOf = (bytes: Uint8Array, limits = ARCHIVE_LIMITS) => {
  const opened = openArchive('returns.zip', bytes, limits);
  return opened.ok ? 'was opened' : opened.error.problems?.[0];
};
/** What is said of the first file in it. */
const firstRefusal = (bytes: Uint8Array, limits = ARCHIVE_LIMITS) => {
  const read = filesOf(bytes, limits)[0]?.read();
  return read?.ok === false ? read.error.problems?.[0] : read;
};

/** A zip with some bytes of its list changed; offsets are from the start of the first entry of the list. */
const withList = (bytes: Uint8Array, offset: number, ...values: readonly number[]): Uint8Array => {
  const copy = Buffer.from(bytes);
  const list = copy.indexOf(Buffer.from('504b0102', 'hex'));
  for (const [at, value] of values.entries()) copy[list + offset + at] = value;
  return copy;
};

const TWO = zipOf({ 'a/2014001.xml': text('<Message/>'), 'b/2014002.csv': [text('x,y\n'), { level: 0 }] });

describe('a zip file of returns', () => {
  it('gives its files one by one, packed or stored, with their paths for showing', () => {
    expect(filesOf(TWO).map(({ name, size, read }) => [name, size, read()])).toEqual([
      ['a/2014001.xml', 10, { ok: true, value: Buffer.from('<Message/>') }],
      ['b/2014002.csv', 4, { ok: true, value: new Uint8Array(text('x,y\n')) }],
    ]);
  });

  it('passes over folders and what macOS adds', () => {
    const bytes = zipOf({
      'returns/': new Uint8Array(),
      '__MACOSX/._a.xml': text('x'),
      'returns/.DS_Store': text('x'),
      'a.xml': text('<a/>'),
    });
    expect(filesOf(bytes).map(({ name }) => name)).toEqual(['a.xml']);
  });

  it('shows hostile paths and never means to write to them', () => {
    const names = filesOf(
      zipOf({ '../../etc/passwd': text('x'), 'a\u202excod.xml': text('x'), 'C:\\x\u0000.xml': text('x') }),
    );
    expect(names.map(({ name }) => name)).toEqual(['../../etc/passwd', 'a xcod.xml', 'C:\\x .xml']);
  });

  it('opens an empty archive as one with no files', () => {
    expect(filesOf(zipOf({}))).toEqual([]);
  });
});

describe('a zip file that is refused as a whole', () => {
  it.each([
    ['cut short', TWO.subarray(0, TWO.length - 30)],
    ['begun later', TWO.subarray(30)],
    ['with something after its end', Buffer.concat([TWO, text('more')])],
    ['whose list says a longer name', withList(TWO, 28, 0xff, 0xff)],
    ['that is none', text('PK\u0003\u0004 and no more')],
    ['whose two entries share their bytes', sharingBytes()],
  ])('%s', (_, bytes) => {
    expect(refusalOf(bytes)).toMatchObject({
      element: 'returns.zip',
      message: 'The zip file is damaged or cut short: its list of files cannot be read.',
    });
  });

  it('with more files, or more to unpack, than the limits', () => {
    expect(refusalOf(TWO, { ...ARCHIVE_LIMITS, entries: 1 })).toMatchObject({
      message: 'The zip file holds 2 files; the most that can be read at a time is 1.',
    });
    expect(refusalOf(TWO, { ...ARCHIVE_LIMITS, totalBytes: 13 })).toMatchObject({
      message: expect.stringContaining('The files in it are 1 MB together'),
    });
  });

  it('of more than 50 MB, before anything of it is looked at', () => {
    const from = processorTime();
    expect(refusalOf(new Uint8Array(MAX_FILE_BYTES + 1))).toMatchObject({
      element: 'returns.zip',
      message: 'The zip file is 51 MB; the largest that can be read is 50 MB.',
    });
    expect(processorTime() - from).toBeLessThan(1000);
  });
});

describe('a file in a zip that is refused, by its name', () => {
  it.each([
    ['locked with a password', withList(TWO, 8, 1), 'This file is locked with a password.'],
    ['packed by another method', withList(TWO, 10, 12), 'This file is packed in a way that cannot be read.'],
    ['of another checksum', withList(TWO, 16, 1, 2, 3, 4), 'This file is damaged'],
    ['longer than the list says', withList(TWO, 24, 9), 'This file is damaged'],
    ['shorter than the list says', withList(TWO, 24, 11), 'This file is damaged'],
    ['under another name than in the list', withList(TWO, 46, 0x62), 'This file is damaged'],
    ['whose place is outside the file', withList(TWO, 42, 0xff, 0xff), 'This file is damaged'],
  ])('%s', (_, bytes, message) => {
    expect(firstRefusal(bytes)).toMatchObject({
      element: expect.stringMatching(/\/2014001\.xml$/),
      message: expect.stringContaining(message),
    });
  });

  it.each([
    ['zip', TWO],
    ['gzip', Buffer.from('1f8b0800', 'hex')],
    ['7z', Buffer.from('377abcaf271c0004', 'hex')],
    ['rar', Buffer.from('526172211a0700', 'hex')],
  ])('an archive within the archive: %s, whatever it is called', (_, inner) => {
    expect(firstRefusal(zipOf({ 'return.xml': inner }))).toMatchObject({
      element: 'return.xml',
      message: 'This file is itself an archive. Archives within archives are not opened.',
    });
  });

  it('but not a workbook, which is a zip by its nature', () => {
    const workbook = zipOf({
      '[Content_Types].xml': text('<Types/>'),
      'xl/workbook.xml': text('<workbook/>'),
    });
    expect(firstRefusal(zipOf({ 'return.xlsx': workbook }))).toMatchObject({ ok: true });
  });

  it('a bomb: by its size, by how tightly it is packed, and when it says less than it holds', () => {
    const large = zipOf({ 'big.xml': new Uint8Array(3 * 1024 * 1024) });
    expect(firstRefusal(large)).toMatchObject({
      element: 'big.xml',
      message: 'This file is packed tighter than a return can be, which is unsafe to unpack.',
    });
    expect(firstRefusal(large, { ...ARCHIVE_LIMITS, fileBytes: 1024 * 1024 })).toMatchObject({
      message: 'This file is 3 MB; the largest that can be read is 1 MB.',
    });
    const modest = withList(zipOf({ 'big.xml': new Uint8Array(16 * 1024 * 1024) }), 24, 0, 0, 1, 0);
    const from = processorTime();
    expect(firstRefusal(modest)).toMatchObject({ message: expect.stringContaining('This file is damaged') });
    expect(processorTime() - from).toBeLessThan(1000);
  });
});

describe('a damaged zip file', () => {
  it('gives each file whole or not at all, in 3,000 damaged copies (seed 20260121)', () => {
    const below = repeatableRandom(20260121);
    const contents = ['<Message/>'.repeat(50), 'x,y\n1,2\n', 'a'.repeat(3000)];
    const whole = zipOf(Object.fromEntries(contents.map((one, at) => [`${String(at)}.xml`, text(one)])));
    const other: string[] = [];
    let refused = 0;
    for (let count = 0; count < 3000; count += 1) {
      const damaged = ANY_FILE[count % ANY_FILE.length]?.(whole, below) ?? whole;
      const opened = openArchive('returns.zip', damaged);
      const read = opened.ok ? opened.value.map((file) => file.read()) : [opened];
      for (const one of read) {
        if (!one.ok) refused += one.error.problems?.[0]?.element === undefined ? Number.NaN : 1;
        else if (!contents.includes(Buffer.from(one.value).toString())) other.push(String(count));
      }
    }
    expect(other).toEqual([]);
    expect(refused).toBeGreaterThan(1000);
  });
});

/** The list of a zip of two files made to point at the bytes of the first one for both. */
function sharingBytes(): Uint8Array {
  const bytes = Buffer.from(zipOf({ 'a.xml': text('<Message/>'), 'b.xml': text('<Message/>') }));
  const second = bytes.lastIndexOf(Buffer.from('504b0102', 'hex'));
  bytes.write('a', second + 46);
  bytes.writeUInt32LE(0, second + 42);
  return bytes;
}
