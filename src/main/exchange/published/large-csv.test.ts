import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProblemList } from '../file-problems.ts';
import { largeCsvRows } from './large-csv.ts';
import { lookThrough, PIECE_BYTES, type LargeFile } from './large-file.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'first-day-large-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function opened(content: string | Uint8Array): LargeFile {
  const path = join(folder, 'file.csv');
  writeFileSync(path, content);
  const looked = lookThrough(path);
  if (!looked.ok || looked.value === 'cancelled') throw new Error(JSON.stringify(looked));
  return looked.value;
}

function rowsOf(content: string | Uint8Array) {
  const problems = createProblemList();
  const rows = [...largeCsvRows(opened(content), problems)].flatMap((piece) => piece.rows);
  return { rows, problems: problems.all() };
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

describe('a large CSV file', () => {
  it('is read in pieces to the same rows and lines, wherever a piece ends', () => {
    // Rows of several lines and letters of several bytes, well over two pieces in all.
    const rows = Array.from({ length: 60_000 }, (_, at) => [String(at), `“Zoë”\nŁ ${at}`, 'plain é']);
    const text = rows.map((cells) => cells.map(quoted).join(',')).join('\r\n');
    expect(Buffer.byteLength(text)).toBeGreaterThan(2 * PIECE_BYTES);
    const read = rowsOf(text);
    expect(read.problems).toEqual([]);
    expect(read.rows.map(({ cells }) => cells)).toEqual(rows);
    expect(read.rows.at(-1)?.line).toBe(2 * 59_999 + 1);
  });

  it('gives back any cells, quoted or not', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', '\n', ' ', '1') });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }), (rows) => {
        const full = rows.map(([a, b]) => [`x${a}`, b]);
        const read = rowsOf(full.map((cells) => cells.map(quoted).join(',')).join('\n'));
        expect(read.rows.map(({ cells }) => cells)).toEqual(full);
      }),
      { numRuns: 60 },
    );
  });

  it('is Windows-1252 where it is not UTF-8, as the register is', () => {
    const { rows } = rowsOf(Buffer.from('name\nSt Mary\u0092s Caf\u00e9\n', 'latin1'));
    expect(rows[1]?.cells).toEqual(['St Mary’s Café']);
  });

  it('has its byte order mark left off and blank lines passed over', () => {
    const { rows } = rowsOf('\ufeffa,b\n\n,\n1,2\n');
    expect(rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 4, cells: ['1', '2'] },
    ]);
  });

  it('ends at a million line ends within a quotation mark, in no time', () => {
    const started = performance.now();
    const { problems } = rowsOf(`a,b\n"${'\n'.repeat(1_500_000)}`);
    expect(problems[0]).toMatchObject({ severity: 'error', line: 2 });
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('is refused with what it is when it is empty, UTF-16 or another kind of file', () => {
    const path = join(folder, 'other');
    for (const [bytes, word] of [
      ['', 'empty'],
      ['fffe6100', 'UTF-16'],
      ['25504446', 'PDF'],
    ] as const) {
      writeFileSync(path, Buffer.from(bytes, 'hex'));
      const looked = lookThrough(path);
      expect(JSON.stringify(looked)).toContain(word);
      expect(looked.ok).toBe(false);
    }
    expect(lookThrough(join(folder, 'nowhere')).ok).toBe(false);
  });
});
