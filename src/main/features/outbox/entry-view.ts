import { contract, type OperationOutput } from '#shared/contract/contract.ts';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import type { OutboxEntry } from '../away-desk.ts';

type View = OperationOutput<'outbox.list'>['entries'][number];

const WHAT: Readonly<Record<string, string>> = {
  'exclusions.save-draft': 'Keep a draft',
  'exclusions.issue': 'Issue an exclusion',
  'exclusions.discard-draft': 'Discard a draft',
  'letters.save': 'Fill a letter’s gaps',
  'letters.issue': 'Log a letter as sent',
  'outbox.printed': 'Note that a letter was printed',
};

/** What waits, as the window shows it. */
export function entryView(entry: OutboxEntry): View {
  const { id, operation, pupilId, pupilName, title, at, state, said, input, session } = entry;
  const isDraft = operation === 'exclusions.save-draft' || operation === 'exclusions.issue';
  const draft = isDraft ? contract['exclusions.issue'].input.safeParse(input) : undefined;
  return {
    id,
    operation,
    what: WHAT[operation] ?? contract[operation].summary,
    ...(pupilId === undefined ? {} : { pupilId }),
    pupilName,
    title,
    givenAt: at,
    givenBy: session.userName,
    state,
    ...(said === undefined ? {} : { said }),
    sent: draft?.success ? linesOf(draft.data) : linesOfLetter(input),
    ...(draft?.success ? { draft: draft.data } : {}),
  };
}

function linesOf(draft: NonNullable<View['draft']>): View['sent'] {
  const { startDate, startSlot, halfDays, reasons, decidedBy, incidentAccount } = draft;
  return [
    { term: 'Starts', detail: startDate === undefined ? '' : `${formatDate(startDate)} ${startSlot}` },
    { term: 'Length', detail: halfDays === undefined ? '' : `${String(halfDays / 2)} days` },
    { term: 'Reasons', detail: reasons.join(', ') },
    { term: 'Decided by', detail: decidedBy },
    { term: 'Incident', detail: incidentAccount },
  ].filter(({ detail }) => detail !== '');
}

const LETTER_TERMS = { sentTo: 'Sent to', sentHow: 'How', sentOn: 'On' } as const;

function linesOfLetter(input: unknown): View['sent'] {
  if (typeof input !== 'object' || input === null) return [];
  const values: Readonly<Record<string, unknown>> = { ...input };
  return Object.entries(LETTER_TERMS).flatMap(([key, term]) => {
    const value = values[key];
    if (typeof value !== 'string') return [];
    return [{ term, detail: key === 'sentOn' ? formatDate(value) : value }];
  });
}
