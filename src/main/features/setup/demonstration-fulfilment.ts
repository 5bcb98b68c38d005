import type { ExclusionState } from '#shared/domain/exclusions/types.ts';
import { addDays, daysBetween, type IsoDate } from '#shared/kernel/plain-date.ts';
import type { DutyRecord } from '../../storage/repositories/duties.ts';
import type { IssuedExclusion } from '../../storage/repositories/exclusion-history.ts';

type Done = Partial<Pick<DutyRecord, 'fulfilledOn' | 'how' | 'byWhom' | 'fulfilledBy' | 'fulfilledAt'>>;

interface DoneOptions {
  readonly exclusion: IssuedExclusion;
  readonly state: ExclusionState;
  readonly today: IsoDate;
  readonly noticeOn: IsoDate;
  /** How an event of the case did it. */
  readonly words: { readonly on: IsoDate; readonly how: string; readonly byWhom: string } | undefined;
}

const HOW: Readonly<Record<string, string>> = {
  'tell-parents-phone': 'By phone',
  'tell-parents-writing': 'Letter, first-class post',
  'set-work': 'Sent home with the pupil',
  'mark-work': 'Marked by the subject teachers',
  'education-notice': 'In the letter',
  'education-start': 'Register of the provider',
  'education-promise': 'Register of the provider',
  'governors-papers': 'By secure e-mail',
  'reintegration-meeting': 'Meeting at school',
  'return-to-school': 'Back in lessons',
  'remove-from-register': 'Removed from the register',
};

/** What was due longer ago than this is done; of what came since one in so many is open, of the last days more. */
const ALL_DONE_DAYS = 45;
const LAST_DAYS = 3;
const OPEN_ONE_IN = { lately: 61, lastDays: 7, today: 2 } as const;

/** A number from a text, the same each time, so that the demonstration is the same for everybody. */
function numberOf(text: string): number {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + letter.charCodeAt(0)) % 100_003;
  return sum;
}

/** Whether and how a duty of the demonstration was done by its day: nearly all old ones, most of the last days'. */
export function doneBy(row: DutyRecord, options: DoneOptions): Done {
  const { exclusion, state, today, noticeOn, words } = options;
  const { key, dueBy, owedBy } = row;
  if (words !== undefined) return done(words.on, words.how, words.byWhom);
  if (dueBy === null || owedBy === 'parents' || dueBy > today) return {};
  if (key === 'remove-from-register' && state !== 'ended') return {};
  const ago = daysBetween(dueBy, today);
  const number = numberOf(`${exclusion.id} ${key}`);
  const oneIn = ago === 0 ? OPEN_ONE_IN.today : ago <= LAST_DAYS ? OPEN_ONE_IN.lastDays : OPEN_ONE_IN.lately;
  const open = ago <= ALL_DONE_DAYS && number % oneIn === 0;
  if (open) return {};
  // Now and then a day late, but for the notice that others' days count from; never after today.
  const late = number % 11 === 0 && key !== 'tell-governors' ? addDays(dueBy, 1) : dueBy;
  const on = late < noticeOn ? noticeOn : late;
  return done(on > today ? today : on, HOW[key] ?? 'By secure e-mail', 'Mrs S Whitlock');
}

const done = (on: IsoDate, how: string, byWhom: string): Done => ({
  fulfilledOn: on,
  how,
  byWhom,
  fulfilledBy: 'Demonstration',
  fulfilledAt: `${on}T15:45:00.000Z`,
});
