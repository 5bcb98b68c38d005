import { SaxesParser } from 'saxes';
import type { ProblemList } from './file-problems.ts';

/** Past these a sheet is no list of exclusions; a single cell far out would make the reader fill all before it. */
const LIMITS = { depth: 30, row: 200_000, column: 300 } as const;

const REMEDY = 'Ask the school to make the return again and to send the file unchanged.';

/**
 * Looks through one XML part of a workbook before it is read: it must be well-formed and without a document type (so
 * without entities), and hold no cell far out and none with an error. True where it is safe.
 */
export function checkWorkbookPart(path: string, xml: string, problems: ProblemList): boolean {
  const parser = new SaxesParser({ xmlns: false, forceXMLVersion: true, defaultXMLVersion: '1.0' });
  const state = { safe: true, depth: 0 };
  const stop = (element: string, message: string, line?: number): void => {
    if (state.safe) problems.error({ line, element, message, remedy: REMEDY });
    state.safe = false;
  };
  parser.on('error', () => {
    stop(path, 'This part of the workbook is not correctly written XML: the file is damaged.', parser.line);
  });
  parser.on('doctype', () => {
    stop(
      path,
      'This part of the workbook has a document type, which workbooks never have and which can be unsafe.',
    );
  });
  parser.on('opentag', ({ name, attributes }) => {
    state.depth += 1;
    if (state.depth > LIMITS.depth) stop(path, 'The workbook has elements inside one another too deep.');
    const { r = '', t } = attributes;
    if (name.endsWith('row') && Number(r) > LIMITS.row) stop(`row ${r}`, tooFar);
    if (name !== 'c' && !name.endsWith(':c')) return;
    const [, letters = '', row = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(r) ?? [];
    if (letters === '') stop(path, 'The workbook has a cell that does not say where it stands.');
    else if (Number(row) > LIMITS.row || columnOf(letters) > LIMITS.column)
      stop(`cell ${r}`, tooFar, Number(row));
    else if (t === 'e') stop(`cell ${r}`, 'This cell holds the error of a formula.', Number(row));
  });
  parser.on('closetag', () => {
    state.depth -= 1;
  });
  for (let at = 0; at < xml.length && state.safe; at += CHUNK) parser.write(xml.slice(at, at + CHUNK));
  if (state.safe) parser.close();
  return state.safe;
}

const CHUNK = 64 * 1024;
const tooFar = `The sheet is larger than ${String(LIMITS.row)} rows or ${String(LIMITS.column)} columns.`;

const columnOf = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
