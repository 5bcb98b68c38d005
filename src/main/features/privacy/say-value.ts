import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { reasonsOn } from '#shared/domain/exclusions/reasons.ts';
import { isIsoDate } from '#shared/kernel/plain-date.ts';

/** Names of providers and schools, by id. */
export type Names = ReadonlyMap<string, string>;

const CODES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sex: { F: 'Female', M: 'Male', U: 'Not known' },
  slot: { am: 'morning', pm: 'afternoon', lunch: 'lunchtime' },
  senProvision: {
    N: 'None',
    K: 'SEN support',
    E: 'Education, health and care plan',
    S: 'Statement',
    A: 'School Action',
    P: 'School Action Plus',
  },
  enrolStatus: {
    C: 'On roll',
    P: 'Left',
    S: 'On two rolls, not the main one',
    M: 'On two rolls, the main one',
  },
  outcome: { seen: 'looked at', left: 'exported or printed', done: 'done', refused: 'refused' },
  verdict: { suitable: 'suitable', unsuitable: 'not suitable' },
};

/** A kept value in plain words; empty for nothing. Codes we have no words for stand as they are. */
export function sayValue(column: string, value: unknown, names: Names): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (column === 'tenths') return `${(Number(value) / 10).toFixed(1)}%`;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return plainText(value);
  if (isIsoDate(value)) return formatDate(value);
  if (/^\d{4}-\d{2}-\d{2}T/.test(value))
    return `${formatDate(value.slice(0, 10))}, ${value.slice(11, 16)} UTC`;
  if (column === 'code') return reasonWords(value);
  if (column.endsWith('Id')) return names.get(value) ?? '';
  const codes = column.endsWith('Slot') ? CODES['slot'] : CODES[column];
  const known = codes !== undefined && Object.hasOwn(codes, value) ? codes[value] : undefined;
  // Our own codes are words joined by hyphens: "fixed-period". What people typed stays as it is.
  return known ?? (/^[a-z]+(-[a-z]+)+$/.test(value) ? value.replaceAll('-', ' ') : value);
}

const reasonWords = (code: string): string => {
  const reason = ['2024-10-01', '2019-10-01', '2010-10-01']
    .map((day) => reasonsOn(day).find((one) => one.code === code))
    .find((found) => found !== undefined);
  return reason === undefined ? code : `${reason.description} (${code})`;
};

/** The texts of a document in reading order, a part a line: letters, gaps, reasons, periods. */
export function plainText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return isIsoDate(value) ? formatDate(value) : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(plainText).filter(Boolean).join('\n');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only asked for, and looked at before it is used
  const { blocks, title } = value as { readonly blocks?: unknown; readonly title?: unknown };
  if (Array.isArray(blocks)) return [plainText(title), ...blocks.map(blockText)].filter(Boolean).join('\n');
  return Object.entries(value)
    .filter(([key]) => key !== 'criterionId')
    .map(([key, one]) => {
      const text = plainText(one);
      return text === '' ? '' : `${key}: ${text}`;
    })
    .filter(Boolean)
    .join('; ');
}

function blockText(block: unknown): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- letters were checked when they were written
  const { lines } = block as { readonly lines?: readonly (readonly { readonly text?: string }[])[] };
  return (lines ?? []).map((line) => line.map(({ text = '' }) => text).join('')).join('\n');
}
