import { formatDate } from '../domain/calendar/format-date.ts';
import { isIsoDate } from '../kernel/plain-date.ts';
import { capitalise } from './exclusion-words.ts';
import { pupilFieldLabel } from './pupil-words.ts';

/** One thing that a row of the audit trail keeps: a value, or what it was and became. */
export interface DetailLine {
  readonly label: string;
  readonly value?: string;
  readonly before?: string;
  readonly after?: string;
}

/** More than this nobody reads; the export has all. */
const MOST_LINES = 200;

const LONGEST = 300;

/**
 * What a row keeps, line by line: `before` and `after` of the same thing side by side and only where they differ, lists
 * and nested values under the names they hang from.
 */
export function detailLines(detail: unknown): readonly DetailLine[] {
  if (detail === null || detail === undefined) return [];
  if (!isRecord(detail)) return [{ label: 'Detail', value: say(detail) }];
  const { before, after, ...rest } = detail;
  const others = [...flatten(rest)].map(([label, value]): DetailLine => ({ label, value }));
  return [...others, ...differences(before, after)].slice(0, MOST_LINES);
}

function differences(before: unknown, after: unknown): readonly DetailLine[] {
  const old = new Map(flatten({ before: before ?? {} }, true));
  const now = new Map(flatten({ after: after ?? {} }, true));
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((label): DetailLine[] => {
    const [was, is] = [old.get(label), now.get(label)];
    if (was === is) return [];
    return [
      {
        label,
        ...(was === undefined ? {} : { before: was }),
        ...(is === undefined ? {} : { after: is }),
      },
    ];
  });
}

function* flatten(value: Readonly<Record<string, unknown>>, hidden = false): Generator<[string, string]> {
  for (const [key, inner] of Object.entries(value)) yield* lines(hidden ? '' : nameOf(key), inner);
}

function* lines(label: string, value: unknown): Generator<[string, string]> {
  if (value === undefined || value === null || value === '') return;
  const under = (name: string): string => (label === '' ? capitalise(name) : `${label}: ${name}`);
  if (Array.isArray(value) && value.some(isRecord)) {
    const sessions = value.map(sessionWords);
    if (sessions.every((one) => one !== undefined)) yield [label, shorten(sessions.join(', '))];
    else for (const [at, one] of value.entries()) yield* lines(under(String(at + 1)), one);
  } else if (isRecord(value)) {
    const session = sessionWords(value);
    if (session !== undefined) yield [label === '' ? 'Session' : label, session];
    else
      for (const [key, inner] of Object.entries(value)) yield* lines(under(nameOf(key).toLowerCase()), inner);
  } else yield [label === '' ? 'Value' : label, say(value)];
}

/** "12 November 2025 am" for a session and nothing else. */
function sessionWords(value: unknown): string | undefined {
  if (!isRecord(value) || Object.keys(value).length !== 2) return undefined;
  const { date, slot } = value;
  if (typeof date !== 'string' || typeof slot !== 'string' || !isIsoDate(date)) return undefined;
  return `${formatDate(date)} ${slot}`;
}

function say(value: unknown): string {
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (typeof value === 'string') return isIsoDate(value) ? formatDate(value) : shorten(value);
  if (typeof value === 'number') return String(value);
  return shorten(Array.isArray(value) ? value.map(say).join(', ') : JSON.stringify(value));
}

const shorten = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** "recordedBy" as "Recorded by"; a pupil's fields by their own names. */
function nameOf(key: string): string {
  const known = pupilFieldLabel(key);
  if (known !== key) return known;
  return capitalise(
    key.replaceAll(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`),
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
