import { XMLParser } from 'fast-xml-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { arbitraryReturn } from '../../../tests/builders/arbitrary-return.ts';
import { censusLayoutOf } from '#shared/domain/returns/census-layout.ts';
import { PERIOD_KINDS, type PeriodKind, type ReturnFormat } from '#shared/domain/returns/types.ts';
import { censusPart } from './census-exclusion.ts';
import { writeCensusXml } from './census-xml.ts';
import { writeReturnCsv } from './return-csv.ts';
import type { ReturnDocument } from './return-document.ts';
import { canonicalReturn } from './return-document.ts';
import { readReturn, writeReturn } from './return-files.ts';
import { runs } from '../../../tests/builders/runs.ts';

/** A workbook takes ten times as long as the others. */
const RUNS: Readonly<Record<ReturnFormat, number>> = {
  'census-xml': 200,
  'authority-xml': 200,
  csv: 200,
  xlsx: 40,
};

/** The file as a reader that shares no code with ours sees it. */
const OTHER_PUPIL = z.object({
  PupilIdentifiers: z.object({ UPN: z.string(), Surname: z.string(), Forename: z.string() }),
  Exclusions: z.object({
    TermlyExclusion: z.array(
      z.object({
        Category: z.string(),
        Reasons: z.object({ Reason: z.array(z.string()) }),
        StartDate: z.string(),
        Sessions: z.string().optional(),
      }),
    ),
  }),
});
const OTHER_VIEW = z.object({
  Message: z.object({
    Header: z.object({ Source: z.object({ Estab: z.string() }) }),
    Pupils: z.preprocess(
      (pupils) => (typeof pupils === 'string' ? {} : pupils),
      z.object({
        PupilsOnRoll: z.object({ PupilOnRoll: z.array(OTHER_PUPIL) }).optional(),
        PupilsNoLongerOnRoll: z.object({ PupilNoLongerOnRoll: z.array(OTHER_PUPIL) }).optional(),
      }),
    ),
  }),
});

const FITTING: readonly (readonly [ReturnFormat, readonly PeriodKind[]])[] = [
  ['census-xml', ['census', 'annual']],
  ['authority-xml', PERIOD_KINDS],
  ['csv', PERIOD_KINDS],
  ['xlsx', PERIOD_KINDS],
];
const ANY = arbitraryReturn(PERIOD_KINDS);
const CENSUS_OF_2020 = arbitraryReturn(['census']).filter(({ period }) => censusLayoutOf(period) === '2020');

const must = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** What the format has room for. */
const heldBy = (format: ReturnFormat, document: ReturnDocument): ReturnDocument =>
  format === 'census-xml' ? canonicalReturn(censusPart(document, censusLayoutOf(document.period))) : document;

describe('a return written and read back', () => {
  it.each(FITTING)('as %s says the same, and written again is the same bytes', async (format, kinds) => {
    await fc.assert(
      fc.asyncProperty(arbitraryReturn(kinds), async (document) => {
        const bytes = must(await writeReturn(document, format));
        const read = must(await readReturn('a file', bytes));
        expect(read.document).toEqual(heldBy(format, document));
        expect(read.format).toBe(format);
        expect(must(await writeReturn(read.document, format))).toEqual(bytes);
      }),
      { numRuns: runs(RUNS[format]) },
    );
  });

  it('holds the same names and figures for another XML reader', () => {
    const parser = new XMLParser({
      parseTagValue: false,
      trimValues: false,
      htmlEntities: true,
      ignoreDeclaration: true,
      isArray: (name) => ['PupilOnRoll', 'PupilNoLongerOnRoll', 'TermlyExclusion', 'Reason'].includes(name),
    });
    fc.assert(
      fc.property(CENSUS_OF_2020, (document) => {
        const written = writeCensusXml(document);
        const { Header, Pupils } = OTHER_VIEW.parse(parser.parse(written.ok ? written.value : '')).Message;
        expect(Header.Source.Estab).toBe(document.school.estab);
        const found = [
          ...(Pupils.PupilsOnRoll?.PupilOnRoll ?? []),
          ...(Pupils.PupilsNoLongerOnRoll?.PupilNoLongerOnRoll ?? []),
        ].map(({ PupilIdentifiers: { UPN, Surname, Forename }, Exclusions }) => [
          UPN,
          Surname,
          Forename,
          Exclusions.TermlyExclusion.map((one) => [
            one.Category,
            one.Reasons.Reason,
            one.StartDate,
            one.Sessions,
          ]),
        ]);
        expect(found).toEqual(
          heldBy('census-xml', document).pupils.map((one) => [
            one.upn,
            one.surname,
            one.forename,
            one.exclusions.map((each) => [
              each.category,
              each.reasons,
              each.startDate,
              each.sessions?.toString(),
            ]),
          ]),
        );
      }),
      { numRuns: 100 },
    );
  });

  it.each(FITTING)('as %s has the same bytes whatever order the records came in', async (format, kinds) => {
    await fc.assert(
      fc.asyncProperty(arbitraryReturn(kinds), async (document) => {
        const turned = {
          ...document,
          pupils: document.pupils
            .map((pupil) => ({ ...pupil, exclusions: pupil.exclusions.toReversed() }))
            .toReversed(),
        };
        expect(must(await writeReturn(turned, format))).toEqual(must(await writeReturn(document, format)));
      }),
      { numRuns: runs(RUNS[format] / 4) },
    );
  });

  it('never leaves a cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(ANY, (document) => {
        const written = writeReturnCsv(document);
        const cells = (written.ok ? written.value : '').matchAll(
          /(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g,
        );
        for (const [, quoted, plain] of cells) expect(quoted ?? plain ?? '').not.toMatch(/^[=+\-@\t\r\n]/);
      }),
      { numRuns: 100 },
    );
  });
});
