import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processorTime } from '../../../tests/builders/processor-time.ts';
import { DAMAGE } from '../../../tests/builders/damage.ts';
import { readingOf } from '../../../tests/builders/reference/reading.ts';
import { readCsv, readWorkbook } from '../../../tests/builders/reference/table.ts';
import { readAuthority, readCensus } from '../../../tests/builders/reference/xml.ts';
import { repeatableRandom } from '../../../tests/builders/repeatable-random.ts';
import { SAMPLE_RETURN } from '../../../tests/fixtures/files/sample-return.ts';
import { annualReturn, censusReturn, datesReturn } from '#shared/domain/returns/periods.ts';
import type { ReturnFormat, ReturnPeriod } from '#shared/domain/returns/types.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { ReturnDocument } from './return-document.ts';
import { readReturn, writeReturn, type ReadReturn } from './return-files.ts';
import { runs } from '../../../tests/builders/runs.ts';

/** Readings by code that shares nothing with ours. */
const REFERENCE = {
  'census-xml': readCensus,
  'authority-xml': readAuthority,
  csv: readCsv,
  xlsx: readWorkbook,
} as const;

/** A reader that needs longer than this for so small a file has as good as hung. */
const SLOW_MS = 2000;

const of = (period: ReturnPeriod): ReturnDocument => ({
  ...SAMPLE_RETURN,
  period,
  pupils: SAMPLE_RETURN.pupils.map((pupil) => ({
    ...pupil,
    exclusions: pupil.exclusions.map((one) => ({ ...one, reasons: one.reasons.slice(0, 1) })),
  })),
});
const EXPLAINED: ReturnDocument = {
  ...SAMPLE_RETURN,
  period: datesReturn('2025-04-01', '2025-12-31'),
  pupils: SAMPLE_RETURN.pupils.map((pupil) => ({
    ...pupil,
    ethnicity: 'WBRI',
    fsm: true,
    exclusions: pupil.exclusions.map((one) => ({ ...one, explanations: { X10: 'The governors met.' } })),
  })),
};

const SUBJECTS: readonly (readonly [
  what: string,
  format: ReturnFormat,
  document: ReturnDocument,
  count: number,
  seed: number,
])[] = [
  ['a census of 2026', 'census-xml', SAMPLE_RETURN, 5000, 20260119],
  ['a census of 2013', 'census-xml', of(censusReturn('SPR', 2013)), 3500, 20130117],
  ['the yearly return of 2012', 'census-xml', of(annualReturn(2012)), 1500, 20120119],
  ['a return for an authority', 'authority-xml', EXPLAINED, 4500, 20250401],
  ['a return as CSV', 'csv', EXPLAINED, 5500, 20251231],
  ['a return as a workbook', 'xlsx', EXPLAINED, 600, 20250930],
];

/** What is wrong with an answer; nothing where it is as it should be. */
function faultsOf(result: Result<ReadReturn>, format: ReturnFormat, bytes: Uint8Array): readonly string[] {
  if (!result.ok) {
    const { code, problems = [] } = result.error;
    const errors = problems.filter(({ severity }) => severity === 'error');
    return [
      ...(code === 'unreadable-file' ? [] : [`code ${code}`]),
      ...(errors.length > 0 ? [] : ['no problems']),
      ...problems.flatMap(({ line, element }) =>
        line === undefined && element === undefined ? ['no place'] : [],
      ),
      ...problems.flatMap(({ message, remedy }) => (message === '' || remedy === '' ? ['no words'] : [])),
      ...problems.flatMap(({ value = '' }) => (Array.from(value).length > 120 ? ['value too long'] : [])),
    ];
  }
  const ours = readingOf(result.value.document);
  const theirs = REFERENCE[format](bytes);
  return JSON.stringify(ours) === JSON.stringify(theirs)
    ? []
    : [`read otherwise: ${JSON.stringify({ ours, theirs })}`];
}

async function timeToRead(bytes: Uint8Array): Promise<number> {
  const from = processorTime();
  await readReturn('sent.dat', bytes);
  return processorTime() - from;
}

describe('damaged returns', () => {
  const { stackTraceLimit } = Error;
  // The XML reader makes an error with its stack for each thing that is wrong, hundreds of thousands of them.
  beforeAll(() => {
    Error.stackTraceLimit = 0;
  });
  afterAll(() => {
    Error.stackTraceLimit = stackTraceLimit;
  });

  describe.each(SUBJECTS)('of %s', (_, format, document, ofAll, seed) => {
    const count = runs(ofAll);
    let whole: Uint8Array;
    beforeAll(async () => {
      const written = await writeReturn(document, format);
      if (!written.ok) throw new Error(JSON.stringify(written.error));
      whole = written.value;
    });

    it(`each of ${String(count)} copies is read as a reference reads it, or refused with places (seed ${String(seed)})`, async () => {
      const below = repeatableRandom(seed);
      const damages = DAMAGE[format === 'csv' || format === 'xlsx' ? format : 'xml'];
      const faults: string[] = [];
      let refused = 0;
      let slowest = 0;
      for (let index = 0; index < count; index += 1) {
        const bytes = damages[index % damages.length]?.(whole, below) ?? whole;
        const from = performance.now();
        const result = await readReturn('sent.dat', bytes);
        // The clock also counts what a busy machine does for others: what looks slow is measured again.
        if (performance.now() - from > SLOW_MS) slowest = Math.max(slowest, await timeToRead(bytes));
        if (!result.ok) refused += 1;
        faults.push(...faultsOf(result, format, bytes).map((fault) => `${String(index)}: ${fault}`));
      }
      expect(faults).toEqual([]);
      expect(slowest).toBeLessThan(SLOW_MS);
      // The damage is real, and not so heavy that nothing is ever read.
      expect(refused).toBeGreaterThan(count / 4);
      expect(refused).toBeLessThan(count);
    });
  });
});
