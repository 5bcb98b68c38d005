import { formatHalfDays } from './exclusion-words.ts';
import type { ImportOutcome } from '../domain/returns/import-outcomes.ts';
import type { CellState } from '../domain/returns/who-has-sent.ts';
import type { ReturnCounts, ReturnFormat } from '../domain/returns/types.ts';

const lookUp = (table: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(table, code) ? (table[code] ?? code) : code;

const CATEGORIES: Readonly<Record<string, string>> = {
  SUSP: 'Suspension',
  FIXD: 'Fixed period',
  PERM: 'Permanent exclusion',
  LNCH: 'Lunchtime suspension',
};

/** "Suspension" for the category code `SUSP`; a code nobody knows stays as it is. */
export const categoryWords = (code: string): string => lookUp(CATEGORIES, code);

const PHASES: Readonly<Record<string, string>> = {
  nursery: 'Nursery',
  primary: 'Primary',
  secondary: 'Secondary',
  special: 'Special',
  pru: 'PRU',
  'all-through': 'All-through',
  unknown: 'Not known',
};

export const phaseWords = (phase: string): string => lookUp(PHASES, phase);

const FORMATS: Readonly<Record<ReturnFormat, string>> = {
  'census-xml': 'Census XML',
  'authority-xml': 'Authority XML',
  csv: 'CSV',
  xlsx: 'Excel workbook',
};

export const formatWords = (format: ReturnFormat): string => FORMATS[format];

/** What became of one file of an import, in a word or two. */
const OUTCOMES: Readonly<Record<ImportOutcome, string>> = {
  imported: 'Imported',
  replaced: 'Replaced',
  older: 'Older',
  duplicate: 'Duplicate',
  refused: 'Refused',
  'not-read': 'Not read',
};

export const outcomeWords = (outcome: ImportOutcome): string => OUTCOMES[outcome];

const many = (count: number, one: string): string =>
  `${count.toLocaleString('en-GB')} ${one}${count === 1 ? '' : 's'}`;

/** "12 suspensions (38 sessions, 19 days), 1 permanent exclusion; 10 pupils", or "Nil return". */
export function countsWords(counts: ReturnCounts): string {
  const { pupils, fixedPeriod, permanent, lunchtime, sessions } = counts;
  const kinds = [
    ...(fixedPeriod > 0
      ? [`${many(fixedPeriod, 'suspension')} (${many(sessions, 'session')}, ${formatHalfDays(sessions)})`]
      : []),
    ...(permanent > 0 ? [many(permanent, 'permanent exclusion')] : []),
    ...(lunchtime > 0 ? [many(lunchtime, 'lunchtime suspension')] : []),
  ];
  return kinds.length === 0 ? 'Nil return' : `${kinds.join(', ')}; ${many(pupils, 'pupil')}`;
}

/** Returns received of a school: "3", "3, 1 nil"; undefined when there are none, which is shown as a status. */
export function returnsWords(returns: number, nilReturns: number): string | undefined {
  if (returns === 0) return undefined;
  return nilReturns === 0 ? String(returns) : `${returns}, ${nilReturns} nil`;
}

const MEASURES = [
  ['fixedPeriod', 'suspension'],
  ['permanent', 'permanent exclusion'],
  ['sessions', 'session'],
  ['pupils', 'pupil'],
] as const;

/** What one version of a return has more or less than the one before: "+2 suspensions, −1 pupil", "Same counts". */
export function changeWords(before: ReturnCounts, after: ReturnCounts): string {
  const changes = MEASURES.flatMap(([measure, one]) => {
    const more = after[measure] - before[measure];
    return more === 0 ? [] : [`${more > 0 ? '+' : '−'}${many(Math.abs(more), one)}`];
  });
  return changes.length === 0 ? 'Same counts' : changes.join(', ');
}

/** The first and last eight of a fingerprint's 64 figures: enough to compare two by eye. */
export const shortFingerprint = (sha256: string): string => `${sha256.slice(0, 8)}…${sha256.slice(-8)}`;

const SENT: Readonly<Record<CellState, string>> = {
  received: 'Received',
  nil: 'Nil return',
  missing: 'Missing',
  waiting: 'Not due yet',
  'not-expected': 'Not open',
};

/** How a school stands for a period: "Received, late, replaced". */
export const sentWords = (cell: {
  readonly state: CellState;
  readonly late: boolean;
  readonly replaced: boolean;
}): string =>
  [SENT[cell.state], ...(cell.late ? ['late'] : []), ...(cell.replaced ? ['replaced'] : [])].join(', ');
