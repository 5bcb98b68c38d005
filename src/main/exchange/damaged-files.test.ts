import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { processorTime } from '../../../tests/builders/processor-time.ts';
import { repeatableRandom } from '../../../tests/builders/repeatable-random.ts';
import type { Result } from '#shared/kernel/result.ts';
import { readCensusXml } from './census-xml-read.ts';
import { readCtf } from './ctf.ts';
import { inspectCsv, readPupilCsv } from './pupil-csv.ts';
import { readRegisterCsv } from './register-csv-read.ts';
import { readReturnCsv } from './return-csv-read.ts';
import { sniffFile } from './sniff.ts';

const MUTATIONS = 400;
/** A reader that needs longer than this for so small a file has as good as hung. */
const SLOW_MS = 1000;

const readPupils = (bytes: Uint8Array): Result<unknown> => {
  const seen = inspectCsv(bytes);
  return seen.ok ? readPupilCsv(bytes, seen.value.mapping) : seen;
};

const SUBJECTS: readonly (readonly [string, (bytes: Uint8Array) => Result<unknown>])[] = [
  ['ctf-25.xml', readCtf],
  ['ctf-12.xml', readCtf],
  ['census-2013.xml', readCensusXml],
  ['census-2026.xml', readCensusXml],
  ['return-2026.csv', readReturnCsv],
  ['pupils.csv', readPupils],
  ['register.csv', readRegisterCsv],
];

type Mutation = (bytes: Buffer, below: (limit: number) => number) => Uint8Array;

const asText =
  (change: (text: string, below: (limit: number) => number) => string): Mutation =>
  (bytes, below) =>
    Buffer.from(change(bytes.toString('latin1'), below), 'latin1');
const insertAt = (text: string, place: number, what: string): string =>
  text.slice(0, place) + what + text.slice(place);
const pieceOf = (text: string, below: (limit: number) => number): string => {
  const from = below(text.length);
  return text.slice(from, from + 1 + below(200));
};

const CHANGES: readonly Mutation[] = [
  (bytes, below) => {
    const copy = Buffer.from(bytes);
    for (let count = 1 + below(8); count > 0; count -= 1) copy[below(copy.length)] = below(256);
    return copy;
  },
  (bytes, below) => bytes.subarray(0, below(bytes.length)),
  (bytes, below) => bytes.subarray(below(bytes.length)),
  asText((text, below) => insertAt(text, below(text.length), pieceOf(text, below))),
  asText((text, below) => text.replace(pieceOf(text, below), '')),
  asText((text, below) => {
    const tags = [...text.matchAll(/<(\w+)>[^<]*<\/\1>/g)];
    const tag = tags[below(Math.max(1, tags.length))];
    return tag === undefined ? text + text : insertAt(text, tag.index, tag[0]);
  }),
  asText((text, below) =>
    insertAt(
      text,
      below(text.length),
      ['"', '&', '<', '\0', ']]>', '<!--', '\r', '&#x0;', ',', ';'][below(10)] ?? '',
    ),
  ),
  asText((text, below) =>
    text.replace(
      /encoding="[^"]*"/,
      `encoding="${['UTF-16', 'UTF-8', 'EBCDIC', 'windows-1252', ''][below(5)] ?? ''}"`,
    ),
  ),
  (bytes, below) => Buffer.from(bytes.toString('utf8'), below(2) === 0 ? 'utf16le' : 'latin1'),
];

/** What an answer lacks that a person with the file needs; nothing for a file that was read. */
const faultsOf = (result: Result<unknown>): readonly string[] => {
  if (result.ok) return [];
  const { code, problems = [] } = result.error;
  return [
    code === 'unreadable-file' ? '' : `code ${code}`,
    problems.length > 0 ? '' : 'no problems',
    ...problems.map((one) => (one.message !== '' && one.remedy !== '' ? '' : 'no words')),
    ...problems.map((one) => (Array.from(one.value ?? '').length <= 120 ? '' : 'value too long')),
  ].filter((one) => one !== '');
};

describe('damaged and hostile files', () => {
  it.each(SUBJECTS)('%s: every damaged copy is read or refused with reasons, and quickly', (name, read) => {
    const bytes = readFileSync(new URL(`../../../tests/fixtures/files/${name}`, import.meta.url));
    const below = repeatableRandom(20260119);
    let refused = 0;
    for (let count = 0; count < MUTATIONS; count += 1) {
      const change = CHANGES[count % CHANGES.length];
      const damaged = change?.(bytes, below) ?? bytes;
      const from = processorTime();
      const result = read(damaged);
      sniffFile(name, damaged);
      expect(processorTime() - from).toBeLessThan(SLOW_MS);
      expect({ change: count, faults: faultsOf(result) }).toEqual({ change: count, faults: [] });
      if (!result.ok) refused += 1;
    }
    // The changes are real: a reader that took everything would pass the rest of this test.
    expect(refused).toBeGreaterThan(MUTATIONS / 3);
  });

  const bomb = `<!DOCTYPE b [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, i) => `<!ENTITY a${String(i)} "${`&a${i === 0 ? '' : String(i - 1)};`.repeat(10)}">`).join('')}]>`;
  it.each([
    ['entities that multiply', `${bomb}<CTfile>&a29;</CTfile>`],
    [
      'entities from other files',
      '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]><CTfile>&f;</CTfile>',
    ],
    ['a document type from elsewhere', '<!DOCTYPE x SYSTEM "https://example.org/x.dtd"><CTfile/>'],
    ['elements without end', '<CTfile>'.repeat(500_000)],
    ['a name without end', `<${'a'.repeat(5_000_000)}>`],
    ['an attribute without end', `<CTfile a="${'a'.repeat(5_000_000)}`],
    [
      'ten thousand attributes',
      `<CTfile ${Array.from({ length: 10_000 }, (_, i) => `a${String(i)}="1"`).join(' ')}>`,
    ],
    ['a comment without end', `<CTfile><!--${'-'.repeat(1_000_000)}`],
    ['quotation marks without end', `a,b\n${'"'.repeat(1_000_001)}`],
    ['a row of a million columns', `${','.repeat(1_000_000)}\n`],
    ['a million line ends', `a,b\n${'\n'.repeat(1_000_000)}`],
  ])('%s: refused by every reader, and quickly', (_, text) => {
    const bytes = Buffer.from(text);
    for (const [name, read] of SUBJECTS) {
      const from = processorTime();
      const result = read(bytes);
      const quick = processorTime() - from < 3 * SLOW_MS;
      const answer = { name, quick, read: result.ok, faults: faultsOf(result) };
      expect(answer).toEqual({ name, quick: true, read: false, faults: [] });
    }
  });
});
