import { z } from 'zod';
import { formatSchoolYear, formatShortDate } from '#shared/domain/calendar/format-date.ts';
import { sessionKey } from '#shared/domain/calendar/session-key.ts';
import { capitalise, formatHalfDays } from '#shared/text/exclusion-words.ts';
import { pupilChangeWords, termWords } from '#shared/text/pupil-words.ts';
import { CASE_HISTORY_WORDS, caseEventWords } from './case-history-words.ts';
import type { HistoryRecord } from '../../storage/repositories/pupil-case.ts';
import { LETTER_HISTORY_WORDS } from './letter-history-words.ts';
import { OFFICE_HISTORY_WORDS } from './office-history-words.ts';
import { RETURN_HISTORY_WORDS } from './return-history-words.ts';

/** One line of a pupil's history. */
export interface HistoryLine {
  readonly at: string;
  readonly userName: string;
  readonly role: string;
  readonly operation: string;
  readonly text: string;
}

const session = z.object({ date: z.string(), slot: z.enum(['am', 'pm']) });
const days = z.object({ halfDays: z.number(), source: z.string() });

/** What this page reads of the snapshots in the audit trail; everything else in them is passed over. */
const details = {
  import: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('new'), fileName: z.string() }),
    z.object({
      outcome: z.literal('changed'),
      fileName: z.string(),
      changes: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
    }),
  ]),
  earlier: z.object({
    schoolYear: z.number(),
    term: z.enum(['autumn', 'spring', 'summer']),
    before: days.nullable(),
    after: days.nullable(),
  }),
  exclusion: z.object({ title: z.string(), before: z.unknown().optional() }),
  booked: z.object({
    state: z.enum(['held', 'booked']),
    providerName: z.string(),
    places: z.array(session).min(1),
  }),
  confirmed: z.object({ confirmed: z.array(z.unknown()) }),
  cancelled: z.object({ state: z.literal('cancelled'), reason: z.string(), before: session }),
};

/**
 * The audit rows of a pupil in plain words, newest first as they come. A command that ended several places left one
 * row for each: they become one line.
 */
export function historyLines(records: readonly HistoryRecord[]): readonly HistoryLine[] {
  const lines: HistoryLine[] = [];
  for (const [index, record] of records.entries()) {
    const { at, userName, role, operation } = record;
    const group = groupOf(records, index);
    if (group.at(0) !== record) continue;
    const text = group.length > 1 ? endedPlaces(group) : lineOf(record);
    lines.push({ at, userName, role, operation, text });
  }
  return lines;
}

/** The records of the same command as the one at `index` that say the same of other places; at least itself. */
function groupOf(records: readonly HistoryRecord[], index: number): readonly HistoryRecord[] {
  const one = records[index];
  if (one === undefined) return [];
  const end = endOf(one);
  if (end === undefined) return [one];
  return records.filter((other) => other.at === one.at && endOf(other) === end);
}

const ended = z.object({ state: z.enum(['cancelled', 'lapsed']), reason: z.string().optional() });

/** How a place ended and by which command; undefined for a record that ended none. */
function endOf({ operation, userName, detail }: HistoryRecord): string | undefined {
  const { data } = ended.safeParse(detail);
  return data && [operation, userName, data.state, data.reason].join('\n');
}

function endedPlaces(group: readonly HistoryRecord[]): string {
  const places = group
    .flatMap(({ detail }) => details.cancelled.safeParse(detail).data ?? [])
    .toSorted((a, b) => sessionKey(a.before).localeCompare(sessionKey(b.before)));
  const count = `${String(group.length)} places`;
  const [first, last] = [places.at(0), places.at(-1)];
  if (first === undefined || last === undefined) return `The holds on ${count} ran out`;
  return `Cancelled ${count}, ${saySession(first.before)} to ${saySession(last.before)}: ${first.reason}`;
}

const saySession = ({ date, slot }: z.infer<typeof session>): string => `${formatShortDate(date)} ${slot}`;

function lineOf({ operation, detail }: HistoryRecord): string {
  if (ended.safeParse(detail).data?.state === 'lapsed') return 'The hold on a place ran out';
  return WORDS[operation]?.(detail) ?? capitalise(operation.replace(/^.*\./, '').replaceAll('-', ' '));
}

/** Words by operation; undefined when the snapshot is not as this version writes it. */
const WORDS: Readonly<Record<string, (detail: unknown) => string | undefined>> = {
  ...OFFICE_HISTORY_WORDS,
  ...CASE_HISTORY_WORDS,
  ...LETTER_HISTORY_WORDS,
  ...RETURN_HISTORY_WORDS,
  'pupils.import': (detail) => {
    const read = details.import.safeParse(detail).data;
    if (read === undefined) return undefined;
    return read.outcome === 'new'
      ? `Added to the roll from ${read.fileName}`
      : `Changed from ${read.fileName}: ${read.changes.map(pupilChangeWords).join('; ')}`;
  },
  'pupils.set-earlier-half-days': (detail) => {
    const read = details.earlier.safeParse(detail).data;
    if (read === undefined) return undefined;
    const { before, after } = read;
    const when = `${termWords(read.term).toLowerCase()} ${formatSchoolYear(read.schoolYear)}`;
    const was = before === null ? '' : ` (was ${formatHalfDays(before.halfDays)})`;
    return after === null
      ? `Removed the days at an earlier school, ${when}${was}`
      : `Recorded ${formatHalfDays(after.halfDays)} at an earlier school, ${when}${was}; from ${after.source}`;
  },
  'exclusions.save-draft': (detail) => {
    const read = details.exclusion.safeParse(detail).data;
    return read && `${read.before === undefined ? 'Kept a draft' : 'Changed the draft'}: ${read.title}`;
  },
  'exclusions.issue': (detail) => {
    // Issuing one that follows another is noted in that one too.
    const ofTheOther = caseEventWords(detail);
    const read = details.exclusion.safeParse(detail).data;
    return ofTheOther ?? (read && `Issued: ${read.title}`);
  },
  'exclusions.discard-draft': (detail) => {
    const read = details.exclusion.safeParse(detail).data;
    return read && `Discarded the draft: ${read.title}`;
  },
  'places.book': (detail) => {
    const read = details.booked.safeParse(detail).data;
    const [first, last] = [read?.places.at(0), read?.places.at(-1)];
    if (read === undefined || first === undefined || last === undefined) return undefined;
    const done = read.state === 'held' ? 'Held' : 'Booked';
    return read.places.length === 1
      ? `${done} a place at ${read.providerName}, ${saySession(first)}`
      : `${done} ${String(read.places.length)} sessions at ${read.providerName}, ${saySession(first)} to ${saySession(last)}`;
  },
  'places.confirm': (detail) => {
    const read = details.confirmed.safeParse(detail).data;
    if (read === undefined) return undefined;
    return read.confirmed.length === 1
      ? 'Booked a place that was held'
      : `Booked ${String(read.confirmed.length)} places that were held`;
  },
  'places.cancel': (detail) => {
    const read = details.cancelled.safeParse(detail).data;
    return read && `Cancelled the place on ${saySession(read.before)}: ${read.reason}`;
  },
};
