import { XMLParser } from 'fast-xml-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { censusReturn } from '#shared/domain/returns/periods.ts';
import { readCensusXml } from './census-xml-read.ts';
import { writeCensusXml } from './census-xml.ts';
import { dropUndefined } from './drop-undefined.ts';
import { readReturnCsv } from './return-csv-read.ts';
import { writeReturnCsv } from './return-csv.ts';
import type { ReturnDocument, ReturnExclusion, ReturnExtra, ReturnPupil } from './return-document.ts';
import { CENSUS_TERMS, canonicalReturn } from './return-document.ts';
import { hasImpossibleCharacter } from './xml-escape.ts';

const AWKWARD = [
  '<b>bold</b>',
  'Tom & Jerry',
  '&amp;',
  '&#0;',
  ']]>',
  "O'Neil",
  '"quoted"',
  'a,b;c',
  'أحمد',
  'Ñandú',
  '李小龙',
  '😀 emoji',
  '=1+1',
  '+44',
  '-dash',
  '@cmd',
  "'=guarded",
  "''@twice",
  "'t Hooft",
  '＝wide',
  'two\nlines',
  'two\r\nlines',
  'a\tb',
  '\u0085x',
];

const text = fc
  .oneof(
    fc.constantFrom(...AWKWARD),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  )
  .map((value) => value.trim())
  .filter((value) => value !== '' && Array.from(value).length <= 35 && !hasImpossibleCharacter(value));
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined });
const date = fc
  .date({ min: new Date('2004-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const upn = fc
  .tuple(fc.constantFrom(...'ABCDEFGHJKLMNPQRTUVWXYZ'), fc.integer({ min: 0, max: 999_999_999_999 }))
  .map(([letter, digits]) => `${letter}${String(digits).padStart(12, '0')}`);
const days = fc.integer({ min: 0, max: 90 }).map((halves) => halves / 2);

const extra: fc.Arbitrary<ReturnExtra | undefined> = fc
  .record({
    startSession: maybe(fc.constantFrom('AM' as const, 'PM' as const)),
    endDate: maybe(date),
    careAuthority: maybe(text),
    cumDaysTerm: maybe(days),
    cumDaysYear: maybe(days),
    examMissed: maybe(fc.boolean()),
    day6Date: maybe(date),
    day6ProviderLaestab: maybe(text),
    parentNotifiedOn: maybe(date),
    laNotifiedOn: maybe(date),
    governorsNotifiedOn: maybe(date),
    governorsMeetBy: maybe(date),
    governorsOutcome: maybe(text),
    reviewRequestedOn: maybe(date),
    reviewOutcome: maybe(text),
    cancelledOn: maybe(date),
    cancelReason: maybe(text),
  })
  .map(dropUndefined)
  .map((given) => (Object.keys(given).length === 0 ? undefined : given));

const exclusion: fc.Arbitrary<ReturnExclusion> = fc
  .record({
    category: fc.constantFrom('PERM' as const, 'SUSP' as const, 'LNCH' as const, 'FIXD' as const),
    reasons: fc.uniqueArray(fc.constantFrom('PP', 'PA', 'DB', 'OT', 'BU'), { minLength: 1, maxLength: 3 }),
    startDate: date,
    sessions: fc.integer({ min: 1, max: 90 }),
    inCare: maybe(fc.boolean()),
    senProvision: maybe(fc.constantFrom('N', 'K', 'E', 'A', 'P', 'S')),
    extra,
  })
  .map((one) => dropUndefined({ ...one, sessions: one.category === 'PERM' ? undefined : one.sessions }));

const pupil: fc.Arbitrary<ReturnPupil> = fc
  .record({
    upn,
    formerUpn: maybe(upn),
    surname: text,
    forename: text,
    sex: fc.constantFrom('M' as const, 'F' as const, 'U' as const),
    dob: date,
    onRoll: fc.boolean(),
    enrolStatus: maybe(fc.constantFrom('C', 'M', 'S')),
    entryDate: maybe(date),
    leavingDate: maybe(date),
    ncYear: maybe(fc.constantFrom('N1', 'R', '1', '14', 'X')),
    senProvision: maybe(fc.constantFrom('N', 'K')),
    exclusions: fc.uniqueArray(exclusion, {
      minLength: 1,
      maxLength: 4,
      selector: (one) => `${one.category} ${one.startDate}`,
    }),
  })
  .map(dropUndefined);

const returns: fc.Arbitrary<ReturnDocument> = fc
  .record({
    la: fc.constantFrom('201', '888'),
    estab: fc.constantFrom('4001', '0012'),
    name: maybe(text),
    urn: maybe(fc.constant('100999')),
    phase: maybe(fc.constantFrom('SS', 'PR')),
    term: fc.constantFrom(...CENSUS_TERMS),
    year: fc.integer({ min: 2007, max: 2030 }),
    referenceDate: date,
    serialNo: maybe(fc.constantFrom('001', '012')),
    createdAt: maybe(fc.constant('2026-01-19T10:00:00')),
    software: maybe(text),
    release: maybe(text),
    pupils: fc.uniqueArray(pupil, { maxLength: 6, selector: (one) => one.upn }),
  })
  .map(({ la, estab, name, urn, phase, pupils, term, year, ...rest }) =>
    canonicalReturn({
      ...dropUndefined(rest),
      school: dropUndefined({ la, estab, name, urn, phase }),
      period: censusReturn(term, year),
      nil: pupils.length === 0,
      pupils,
    }),
  );

/** What the census layout has room for. */
const censusPart = (document: ReturnDocument): ReturnDocument => {
  const { urn: _, ...school } = document.school;
  const withoutExtra = ({ extra: __, ...one }: ReturnExclusion): ReturnExclusion => one;
  return {
    ...document,
    school,
    pupils: document.pupils.map((one) => ({ ...one, exclusions: one.exclusions.map(withoutExtra) })),
  };
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

describe('a return written and read back', () => {
  it('is the same in census XML, whatever stands in it', () => {
    fc.assert(
      fc.property(returns, (document) => {
        const written = writeCensusXml(document);
        const read = readCensusXml(Buffer.from(written.ok ? written.value : ''));
        expect(read.ok ? read.value.document : read).toEqual(censusPart(document));
      }),
      { numRuns: 300 },
    );
  });

  it('is the same in CSV, with everything beyond the census', () => {
    fc.assert(
      fc.property(returns, (document) => {
        const written = writeReturnCsv(document);
        const read = readReturnCsv(Buffer.from(written.ok ? written.value : ''));
        expect(read.ok ? read.value.document : read).toEqual(document);
      }),
      { numRuns: 300 },
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
      fc.property(returns, (document) => {
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
          document.pupils.map((one) => [
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

  it('gives the same bytes whatever order the pupils came in', () => {
    fc.assert(
      fc.property(returns, (document) => {
        const turned = { ...document, pupils: document.pupils.toReversed() };
        expect(writeCensusXml(turned)).toEqual(writeCensusXml(document));
        expect(writeReturnCsv(turned)).toEqual(writeReturnCsv(document));
      }),
      { numRuns: 50 },
    );
  });

  it('never leaves a cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(returns, (document) => {
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
