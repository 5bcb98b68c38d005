import { addGuard } from './formula-guard.ts';

/** One cell of a CSV file: guarded against being run as a formula, and in quotes where its text needs them. */
export function csvCell(value: string): string {
  const text = addGuard(value);
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
