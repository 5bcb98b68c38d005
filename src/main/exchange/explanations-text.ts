import type { ReturnExclusion } from './return-document.ts';

type Explanations = NonNullable<ReturnExclusion['explanations']>;

const RULE = /^[A-Z][A-Z0-9-]{0,9}$/;

/**
 * Explanations in one cell, a line for each rule in the order of the rules: `X10: the governors met`. A line end within
 * an explanation is written `\n` (or `\r`), and a backslash as two, so that the text can be taken apart again.
 */
export function writeExplanations(explanations: Explanations | undefined): string | undefined {
  const lines = Object.entries(explanations ?? {})
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, text]) => `${rule}: ${text.replace(/[\\\n\r]/g, (char) => ESCAPES[char] ?? char)}`);
  return lines.length === 0 ? undefined : lines.join('\n');
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r' };

/** The explanations of a cell; undefined where the text is none. Spreadsheets may have changed the line ends. */
export function readExplanations(cell: string): Explanations | undefined {
  const found: Record<string, string> = {};
  for (const line of cell.split(/\r\n|\r|\n/)) {
    if (line.trim() === '') continue;
    const at = line.indexOf(':');
    const rule = line.slice(0, Math.max(0, at)).trim();
    const text = line
      .slice(at + 1)
      .trim()
      .replace(/\\([\\nr])/g, (_, char: string) => ({ n: '\n', r: '\r' })[char] ?? char);
    if (!isRule(rule) || text === '' || Object.hasOwn(found, rule)) return undefined;
    found[rule] = text;
  }
  return found;
}

/** Whether a text is the number of a check, such as X10. */
export const isRule = (text: string): boolean => RULE.test(text);
