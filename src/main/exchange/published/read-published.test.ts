import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PublishedLine } from '#shared/domain/comparators/types.ts';
import { publishedFile } from '../../../../tests/builders/published-file.ts';
import { lookThrough } from './large-file.ts';
import { readPublished } from './read-published.ts';
import { runs } from '../../../../tests/builders/runs.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'first-day-published-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(bytes: Uint8Array) {
  const path = join(folder, 'file.csv');
  writeFileSync(path, bytes);
  const file = lookThrough(path);
  if (!file.ok || file.value === 'cancelled') return { result: file, lines: [] };
  const lines: PublishedLine[] = [];
  const take = {
    lines: async (more: readonly PublishedLine[]) => void lines.push(...more),
    schools: async () => {},
  };
  return { result: await readPublished(file.value, () => '', take), lines };
}

it('a published file damaged anywhere is refused with a reason, or every line of it is one of its layout', async () => {
  const whole = publishedFile('nat_summary');
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 4 }),
    fc.constantFrom('"', '\n', ',', '\0', 'x').map(Buffer.from),
  );
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length), fc.nat(40), piece, async (at, taken, put) => {
      const damaged = Buffer.concat([whole.subarray(0, at), put, whole.subarray(at + taken)]);
      const { result, lines } = await read(damaged);
      if (result.ok) {
        for (const { schoolYear, figures } of lines) {
          expect(schoolYear).toBeGreaterThanOrEqual(1990);
          expect(Object.keys(figures)).toHaveLength(8);
        }
      } else expect(result.error.message.length).toBeGreaterThan(10);
    }),
    { numRuns: runs(1500) },
  );
});

it('the same lines come out whatever line ends and quotation marks a file has', async () => {
  const plain = publishedFile('nat_summary').toString('utf8');
  const { lines } = await read(Buffer.from(plain));
  expect(lines).toHaveLength(45);
  const bare = plain.replaceAll('"', '');
  for (const text of [bare, bare.replaceAll(/\r?\n/g, '\r\n'), `\ufeff${bare}`]) {
    expect((await read(Buffer.from(text))).lines).toEqual(lines);
  }
});
