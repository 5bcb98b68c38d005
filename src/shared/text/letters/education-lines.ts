import { sessionKey } from '../../domain/calendar/session-key.ts';
import type { GapValue, LetterFacts, TaughtSession } from '../../domain/letters/types.ts';
import type { IsoDate } from '../../kernel/plain-date.ts';
import { clockWords, longDate } from './long-date.ts';

interface Stay {
  readonly from: IsoDate;
  to: IsoDate;
  readonly text: string;
}

/** The sessions in groups of one key each, in order of first appearance. */
function grouped(
  sessions: readonly TaughtSession[],
  keyOf: (session: TaughtSession) => string,
): readonly (readonly TaughtSession[])[] {
  const groups = new Map<string, TaughtSession[]>();
  for (const session of sessions) {
    const group = groups.get(keyOf(session));
    if (group) group.push(session);
    else groups.set(keyOf(session), [session]);
  }
  return [...groups.values()];
}

/** "at Riverside Centre, 1 High Street, 9.15 am to 3 pm; ask for Mrs Jones, 020 7946 0000" for one day at one place. */
function dayText(sessions: readonly TaughtSession[]): string {
  return grouped(sessions, ({ provider }) => provider)
    .map((atOne) => {
      const [first] = atOne;
      if (first === undefined) return '';
      const times = `${clockWords(first.starts ?? '')} to ${clockWords(atOne.at(-1)?.ends ?? '')}`;
      return `${first.provider}, ${(first.address ?? '').replaceAll('\n', ', ')}, ${times}; ask for ${first.contact ?? ''}`;
    })
    .join(', and at ');
}

/**
 * Where and when the pupil is taught and whom to ask for, a line for each run of days that are alike, from the
 * itinerary. Empty, with what is wanting, while no place is booked on the day education is owed or a provider lacks
 * what the letter must say.
 */
export function educationLines({ education, exclusion, ruleSet }: LetterFacts): GapValue {
  const { sessions, law, promise } = education;
  if (sessions.length === 0) {
    const owed = [law?.date, promise?.date].filter((day) => day !== undefined).toSorted()[0];
    const hours = ruleSet.education.notice?.latestHoursBefore;
    const day = owed === undefined ? '' : ` from ${longDate(owed)}`;
    return {
      text: '',
      help:
        `No place is booked${day}. Book a place, or type the arrangement: place, times and person to ask for. ` +
        `If it is not settled, type when you will write with it${hours === undefined ? '' : `: at least ${String(hours)} hours before it starts, where that can still be done`}.`,
    };
  }
  const lacking = lacks(sessions);
  if (lacking !== undefined) return { text: '', help: lacking };
  const stays: Stay[] = [];
  const sorted = sessions.toSorted((a, b) => (sessionKey(a) < sessionKey(b) ? -1 : 1));
  for (const day of grouped(sorted, ({ date }) => date)) {
    const date = day[0]?.date ?? '';
    const text = dayText(day);
    const last = stays.at(-1);
    if (last?.text === text) last.to = date;
    else stays.push({ from: date, to: date, text });
  }
  return {
    text: stays
      .map(({ from, to, text }, at) => {
        const open = exclusion.kind === 'permanent' && at === stays.length - 1;
        const days = open
          ? `From ${longDate(from)}`
          : from === to
            ? longDate(from)
            : `${longDate(from)} to ${longDate(to)}`;
        return `${days}: ${text}.`;
      })
      .join('\n'),
  };
}

function lacks(sessions: readonly TaughtSession[]): string | undefined {
  for (const { provider, address, contact, starts, ends } of sessions) {
    const wanting = [
      ...(address ? [] : ['no address']),
      ...(contact ? [] : ['nobody to ask for']),
      ...(starts && ends ? [] : ['no times']),
    ];
    if (wanting.length > 0) {
      return `${provider} has ${wanting.join(' and ')}. Enter it under Providers, or type the arrangement here.`;
    }
  }
  return undefined;
}
