import { addGuard } from './formula-guard.ts';

const BYTE_ORDER_MARK = '\ufeff';

/** Nothing but a number: a minus sign before it runs nothing, and programs read it as it is. */
const NUMBER = /^-?\d+(\.\d+)?$/;

/** One cell: guarded against being run as a formula, and in quotes where its text needs them. */
function cell(value: string): string {
  const text = NUMBER.test(value) ? value : addGuard(value);
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A list as CSV for spreadsheets, headings first: UTF-8 with a byte order mark and CR LF (what Excel needs to show
 * accents), cells that a spreadsheet would run as formulas guarded with an apostrophe.
 */
export function csvList(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [headings, ...rows].map((row) => row.map(cell).join(','));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}
