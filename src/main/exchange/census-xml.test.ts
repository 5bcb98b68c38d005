import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SAMPLE_RETURN } from '../../../tests/fixtures/files/sample-return.ts';
import { annualReturn, censusReturn, datesReturn, termlyReturn } from '#shared/domain/returns/periods.ts';
import { RETURN_FORMATS } from '#shared/domain/returns/types.ts';
import { readCensusXml } from './census-xml-read.ts';
import { writeCensusXml } from './census-xml.ts';
import type { ReturnDocument } from './return-document.ts';
import { writeReturnCsv } from './return-csv.ts';
import { writeReturn } from './return-files.ts';
import { validateXml } from './validate-xml.ts';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../../tests/fixtures/files/${name}`, import.meta.url), 'utf8');
const schema = readFileSync(
  new URL('../../../resources/schemas/census-exclusions-2020.xsd', import.meta.url),
  'utf8',
);

const written = (document: ReturnDocument): string => {
  const result = writeCensusXml(document);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

const named = (surname: string): ReturnDocument => ({
  ...SAMPLE_RETURN,
  pupils: SAMPLE_RETURN.pupils.map((pupil, index) => (index === 0 ? { ...pupil, surname } : pupil)),
});

describe('writing a return', () => {
  it('as census XML gives exactly the bytes on record', () => {
    expect(written(SAMPLE_RETURN)).toBe(fixture('census-2026.xml'));
  });

  it('as CSV gives exactly the bytes on record', () => {
    expect(writeReturnCsv(SAMPLE_RETURN)).toEqual({ ok: true, value: fixture('return-2026.csv') });
  });

  it('writes a nil return as a census without pupils', async () => {
    const nil = written({ ...SAMPLE_RETURN, nil: true, pupils: [] });
    expect(nil).toContain('  <Pupils/>\n');
    expect(await validateXml(nil, schema)).toEqual({ ok: true, value: undefined });
  });

  it('writes no sessions for a permanent exclusion', () => {
    const permanent = { category: 'PERM', reasons: ['PA'], startDate: '2025-12-01', sessions: 4 } as const;
    const pupils = SAMPLE_RETURN.pupils.map((pupil) => ({ ...pupil, exclusions: [permanent] }));
    expect(written({ ...SAMPLE_RETURN, pupils })).not.toContain('<Sessions>');
  });

  it.each([
    ['a control character', 'Exa\u0007mple'],
    ['half of a character', 'Exa\ud800mple'],
    ['a non-character', 'Exa\uffffmple'],
  ])('refuses %s in a name and says whose, in both formats', (_, surname) => {
    for (const result of [writeCensusXml(named(surname)), writeReturnCsv(named(surname))]) {
      expect(result).toMatchObject({
        ok: false,
        error: {
          problems: [
            {
              element: 'K201400113002',
              message: 'The record of K201400113002 holds a character that cannot be written to a file.',
            },
          ],
        },
      });
    }
  });
});

describe('a census to summer 2020', () => {
  const OLD: ReturnDocument = {
    ...SAMPLE_RETURN,
    period: censusReturn('SPR', 2013),
    pupils: SAMPLE_RETURN.pupils.map((pupil) => ({
      ...pupil,
      ethnicity: 'WBRI',
      fsm: false,
      exclusions: pupil.exclusions.map((one) => ({ ...one, reasons: one.reasons.slice(0, 1) })),
    })),
  };
  const oldSchema = readFileSync(
    new URL('../../../resources/schemas/census-exclusions-2012.xsd', import.meta.url),
    'utf8',
  );

  it('has one reason, Gender and FIXD, and fits its own schema', async () => {
    const text = written(OLD);
    expect(text).toContain('<Category>FIXD</Category>\n            <Reason>PP</Reason>');
    expect(text).toContain('<Gender>M</Gender>');
    expect(text).not.toMatch(/SUSP|<Reasons>|<Sex>/);
    expect(await validateXml(text, oldSchema)).toEqual({ ok: true, value: undefined });
    expect((await validateXml(text, schema)).ok).toBe(false);
  });

  it('has the characteristics of a pupil, and of a full census nothing more of them is read', () => {
    const text = written(OLD);
    expect(text).toContain(
      '<PupilCharacteristics>\n          <Ethnicity>WBRI</Ethnicity>\n          <FSMeligible>false</FSMeligible>',
    );
    const full = text.replaceAll(
      '<Ethnicity>',
      '<FirstLanguage>ENG</FirstLanguage><ServiceChild>N</ServiceChild>$&',
    );
    const read = readCensusXml(Buffer.from(full));
    expect(read.ok && read.value.document.pupils[0]).toMatchObject({ ethnicity: 'WBRI', fsm: false });
  });

  it('is refused with two reasons, saying whose', () => {
    const both = { ...SAMPLE_RETURN, period: censusReturn('SUM', 2020) };
    expect(writeCensusXml(both)).toMatchObject({
      ok: false,
      error: { problems: [{ element: 'G201400114001 2025-11-10', value: 'DB, VA' }] },
    });
    expect(writeCensusXml({ ...both, period: censusReturn('AUT', 2020) }).ok).toBe(true);
  });

  it('has the yearly exclusions of the former PRU census as its own term', () => {
    const text = written({ ...OLD, period: annualReturn(2013) });
    expect(text).toContain('<Term>PRU</Term>');
    expect(text).toContain('<AnnualExclusion>');
    const read = readCensusXml(Buffer.from(text));
    expect(read.ok && read.value.document.period).toEqual(annualReturn(2013));
    const nil = readCensusXml(Buffer.from(written({ ...OLD, period: annualReturn(2013), pupils: [] })));
    expect(nil.ok && nil.value.document).toMatchObject({ nil: true, period: annualReturn(2013) });
  });

  it('writes the suspension by the name of its years, whichever the record has', () => {
    const called = (category: 'SUSP' | 'FIXD') => ({
      ...SAMPLE_RETURN,
      pupils: SAMPLE_RETURN.pupils.map((pupil) => ({
        ...pupil,
        exclusions: pupil.exclusions.map((one) => (one.category === 'PERM' ? one : { ...one, category })),
      })),
    });
    expect(written(called('FIXD'))).toBe(written(called('SUSP')));
  });
});

describe('a period that a census file cannot say', () => {
  it.each([
    ['a term', termlyReturn('AUT', 2004), 'not its dates'],
    ['any dates', datesReturn('2025-03-03', '2025-03-07'), 'not its dates'],
    [
      'a census with other dates',
      { ...censusReturn('SPR', 2026), from: '2025-04-22' },
      'not the dates of the period',
    ],
  ])('is refused: %s', async (_, period, sentence) => {
    const result = await writeReturn({ ...SAMPLE_RETURN, period }, 'census-xml');
    expect(result).toMatchObject({
      ok: false,
      error: { problems: [{ element: 'Period', message: expect.stringContaining(sentence) }] },
    });
  });

  it('is refused in every format where its name and its dates disagree', async () => {
    const period = { ...censusReturn('SPR', 2026), to: '2026-01-01' };
    for (const format of RETURN_FORMATS) {
      expect((await writeReturn({ ...SAMPLE_RETURN, period }, format)).ok).toBe(false);
    }
  });
});

describe('a file that would read otherwise than it was meant', () => {
  it('is never written, and the pupil is named', async () => {
    const odd = {
      ...SAMPLE_RETURN,
      pupils: SAMPLE_RETURN.pupils.map((pupil) => ({ ...pupil, ethnicity: 'White British' })),
    };
    expect(await writeReturn(odd, 'csv')).toMatchObject({
      ok: false,
      error: { code: 'refused', problems: [{ element: 'G201400114001' }, { element: 'K201400113002' }] },
    });
  });
});

describe('checking a file against the census schema', () => {
  it('passes what we write', async () => {
    expect(await validateXml(fixture('census-2026.xml'), schema)).toEqual({
      ok: true,
      value: undefined,
    });
  });

  it.each([
    [
      '<Category>PERM<',
      '<Category>FIXD<',
      'Category',
      'FIXD',
      'This is not a value that the layout takes here.',
    ],
    ['<Sessions>5<', '<Sessions>91<', 'Sessions', '91', 'This is not a value that the layout takes here.'],
    [
      '<StartDate>2025-11-10<',
      '<StartDate>2025-11-31<',
      'StartDate',
      '2025-11-31',
      'This is not a value that the layout takes here.',
    ],
    ['<Sex>F</Sex>', '', 'DOB', undefined, 'Sex was expected here.'],
    ['<Header>', '<Extra/><Header>', 'Extra', undefined, 'Header was expected here.'],
    [
      '<Forename>=Jo<',
      `<Forename>${'x'.repeat(36)}<`,
      'Forename',
      undefined,
      'This is 36 characters long; the layout takes 35.',
    ],
  ])('refuses %s made into %s, with the line and element', async (from, to, element, value, message) => {
    const text = fixture('census-2026.xml').replace(from, to);
    const place = text.split('\n').findIndex((line) => line.includes(to === '' ? '<DOB>2010' : to)) + 1;
    const result = await validateXml(text, schema);
    const problems = result.ok ? [] : (result.error.problems ?? []);
    expect(problems[0]).toMatchObject({
      line: place,
      message,
      ...(value === undefined ? {} : { value }),
    });
    expect(problems[0]?.element).toMatch(new RegExp(`^/Message/.*${element}(\\[\\d+\\])?$`));
  });

  it('refuses a document type before the checker sees it', async () => {
    const result = await validateXml(
      `<!DOCTYPE x [<!ENTITY a "b">]>${fixture('census-2026.xml').slice(39)}`,
      schema,
    );
    expect(result).toMatchObject({ ok: false, error: { problems: [{ element: '<!DOCTYPE>' }] } });
  });
});
