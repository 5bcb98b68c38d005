import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SAMPLE_RETURN } from '../../../tests/fixtures/files/sample-return.ts';
import { writeCensusXml } from './census-xml.ts';
import type { ReturnDocument } from './return-document.ts';
import { writeReturnCsv } from './return-csv.ts';
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
