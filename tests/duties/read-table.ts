import { readFileSync } from 'node:fs';
import type { Session, Slot } from '#shared/domain/calendar/types.ts';
import { EXAMINATION_KINDS, type CaseEvent, type Examination } from '#shared/domain/duties/types.ts';
import { CASE_EVENT_TYPES } from '#shared/domain/duties/types.ts';
import type { EarlierHalfDays } from '#shared/domain/exclusions/totals.ts';
import type { ExclusionKind } from '#shared/domain/exclusions/types.ts';

export interface GivenExclusion {
  readonly kind: ExclusionKind;
  /** Half days, or lunchtimes; 0 of a permanent exclusion. */
  readonly length: number;
  readonly start: Session;
}

/** One case of a table: what is given, and the lines of what is expected. */
export interface TableCase {
  readonly name: string;
  readonly source: string;
  readonly exclusion: GivenExclusion;
  readonly issuedOn: string;
  readonly before: readonly GivenExclusion[];
  readonly earlier: readonly EarlierHalfDays[];
  readonly phase: string;
  readonly pupil: readonly string[];
  readonly promiseFromDay?: number;
  readonly examsOver: boolean;
  readonly sittings: readonly Examination[];
  readonly events: readonly CaseEvent[];
  readonly total: string | undefined;
  readonly expected: readonly string[];
}

const slotOf = (text: string | undefined): Slot => (text === 'pm' ? 'pm' : 'am');

/** A member of a list; what a table says wrongly must not pass as something else. */
function oneOf<T extends string>(known: readonly T[], text: string | undefined): T {
  const found = known.find((one) => one === text);
  if (found === undefined) throw new Error(`not one of ${known.join(', ')}: ${String(text)}`);
  return found;
}

function exclusionOf(text: string): GivenExclusion {
  const [kind, length, , date = '', slot] = text.split(/[ ,]+/);
  const kinds: readonly ExclusionKind[] = ['fixed-period', 'permanent', 'lunchtime'];
  return { kind: oneOf(kinds, kind), length: Number(length), start: { date, slot: slotOf(slot) } };
}

function sessionOf(text: string): Session {
  const [date = '', slot] = text.split(' ');
  return { date, slot: slotOf(slot) };
}

function eventOf(text: string, id: number): CaseEvent {
  const [happened = '', back] = text.split(' back ');
  const [type, on = '', ...more] = happened.split(' ');
  const slot = more.find((word) => word === 'am' || word === 'pm');
  const outcome = more.find((word) => word !== slot);
  return {
    id: String(id),
    type: oneOf(CASE_EVENT_TYPES, type),
    on,
    ...(slot === undefined ? {} : { slot: slotOf(slot) }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(back === undefined ? {} : { back: sessionOf(back) }),
  };
}

function sittingOf(text: string): Examination {
  const [date = '', slot, kind, ...name] = text.split(' ');
  return { date, slot: slotOf(slot), kind: oneOf(EXAMINATION_KINDS, kind), name: name.join(' ') };
}

function earlierOf(text: string): EarlierHalfDays {
  const [halfDays, , year, term] = text.split(' ');
  return {
    halfDays: Number(halfDays),
    schoolYear: Number(year),
    term: oneOf(['autumn', 'spring', 'summer'] as const, term),
  };
}

function caseOf(block: string): TableCase {
  const [name = '', ...lines] = block.trim().split('\n');
  const all = (label: string): string[] =>
    lines.filter((line) => line.startsWith(`${label}: `)).map((line) => line.slice(label.length + 2));
  const [first = ''] = all('exclusion');
  const exclusion = exclusionOf(first);
  const [promise] = all('promise');
  return {
    name,
    source: all('source')[0] ?? '',
    exclusion,
    issuedOn: / issued (\S+)/.exec(first)?.[1] ?? exclusion.start.date,
    before: all('before').map(exclusionOf),
    earlier: all('earlier school').map(earlierOf),
    phase: all('phase')[0] ?? 'secondary',
    pupil: all('pupil').flatMap((text) => text.split(', ')),
    ...(promise === undefined ? {} : { promiseFromDay: Number(promise.split(' ').at(-1)) }),
    examsOver: all('examinations').includes('over'),
    sittings: all('sitting').map(sittingOf),
    events: all('event').map(eventOf),
    total: all('total')[0],
    expected: lines.filter((line) => /^(\d{4}-\d\d-\d\d|no day) {2}/.test(line)),
  };
}

/** Reads one of the tables of expected duties (`tables/NAME.txt`; how it is written stands at its head). */
export function readTable(name: string): readonly TableCase[] {
  const text = readFileSync(new URL(`./tables/${name}.txt`, import.meta.url), 'utf8');
  return text.split(/^== /m).slice(1).map(caseOf);
}
