import type { ErrorDetail, ParseOption as ParseBits } from 'libxml2-wasm';
import type { Result } from '#shared/kernel/result.ts';
import { ok } from '#shared/kernel/result.ts';
import type { ImportProblem, ProblemParts } from './file-problems.ts';
import { MAX_ERRORS, createProblemList, problem, refuseFile } from './file-problems.ts';
import { readText } from './read-text.ts';
import { walkXml } from './xml-reader.ts';

const REMEDY =
  'Correct the record and make the return again. If all looks right, send the support this message.';

/**
 * Checks a file against its schema (the text of one of resources/schemas). Problems
 * carry the line and the path of the element. The checker is loaded on first use: it starts WebAssembly, which
 * the start of the application should not wait for. Hostile XML is refused before it comes near the checker.
 */
export async function validateXml(xml: string, schemaText: string): Promise<Result<void>> {
  const unsafe = findUnsafe(xml);
  if (unsafe.length > 0) return refuseFile(unsafe);
  const { ParseOption, XmlDocument, XmlLibError, XsdValidator } = await import('libxml2-wasm');
  // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- options are bits, and their sum has no name
  const option: ParseBits =
    ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_BIG_LINES;
  const schema = XmlDocument.fromString(schemaText, { option });
  try {
    const validator = XsdValidator.fromDoc(schema);
    try {
      const document = XmlDocument.fromString(xml, { option });
      try {
        validator.validate(document);
        return ok(undefined);
      } finally {
        document.dispose();
      }
    } finally {
      validator.dispose();
    }
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error;
    return refuseFile(error.details.slice(0, MAX_ERRORS).map(toProblem));
  } finally {
    schema.dispose();
  }
}

function findUnsafe(xml: string): readonly ImportProblem[] {
  const file = readText(Buffer.from(xml), 'xml');
  if (!file.ok) return [problem('error', { message: file.error.message, remedy: REMEDY })];
  const problems = createProblemList();
  walkXml(file.value, { onRoot: () => undefined, records: {} }, problems);
  return problems.all();
}

const WORDS: readonly (readonly [RegExp, (parts: readonly string[]) => string])[] = [
  [
    /This element is not expected. Expected is (?:one of )?\( (.*) \)/,
    ([, expected = '']) => `${expected} was expected here.`,
  ],
  [
    /Missing child element\(s\). Expected is (?:one of )?\( (.*) \)/,
    ([, expected = '']) => `${expected} is missing inside this element.`,
  ],
  [/This element is not expected/, () => 'This element does not belong here.'],
  [
    /\[facet 'maxLength'\].* has a length of '(\d+)'.* '(\d+)'/,
    ([, has = '', most = '']) => `This is ${has} characters long; the layout takes ${most}.`,
  ],
  [/\[facet 'minLength'\]/, () => 'This is empty.'],
  [/Duplicate key-sequence \['(.*?)'\]/, ([, key = '']) => `${key} is in the file twice.`],
  [
    /\[facet|not a valid value|not an element of the set/,
    () => 'This is not a value that the layout takes here.',
  ],
];

function toProblem(detail: ErrorDetail): ImportProblem {
  const found = WORDS.map(([pattern, say]) => {
    const match = pattern.exec(detail.message);
    return match === null ? undefined : say(match);
  }).find((one) => one !== undefined);
  const value = /(?:The value |: )'(.*?)' is /s.exec(detail.message)?.[1];
  const parts: ProblemParts = {
    line: detail.line > 0 ? detail.line : undefined,
    element: detail.xpath,
    value,
    message: found ?? `The file does not follow its layout: ${detail.message.trim()}`,
    remedy: REMEDY,
  };
  return problem('error', parts);
}
