import type { OperationOutput } from '#shared/contract/contract.ts';

export type RegisterRow = OperationOutput<'register.codes'>['rows'][number];

/** Rows as they paste into a spreadsheet: a line each, parts separated by tabs, under their headings. */
export function rowsAsText(rows: readonly RegisterRow[]): string {
  const lines = rows.map(({ upn, name, form = '', date, slot, code, why }) =>
    [upn, name, form, date, slot.toUpperCase(), code, why].map(plain).join('\t'),
  );
  return ['UPN\tPupil\tForm\tDate\tSession\tCode\tWhy', ...lines].join('\n');
}

/** A cell that a spreadsheet would run as a formula begins with an apostrophe, as in our files. */
const plain = (text: string): string => {
  const oneLine = text.replaceAll(/\s+/g, ' ');
  return /^[=+\-@]/.test(oneLine) ? `'${oneLine}` : oneLine;
};
