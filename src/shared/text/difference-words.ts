import { formatDate } from '../domain/calendar/format-date.ts';
import type { ReturnedExclusion, ReturnedField } from '../domain/returns/diff-returned.ts';
import { categoryWords } from './return-words.ts';

type Unsaid = 'startSession' | 'endDate' | 'sessions' | 'inCare' | 'senProvision';

/** An exclusion of a return as the contract gives it: a part that was not said may be there as undefined. */
export type SaidExclusion = Omit<ReturnedExclusion, Unsaid> & {
  readonly [Part in Unsaid]?: ReturnedExclusion[Part] | undefined;
};

const FIELDS: Readonly<Record<ReturnedField, string>> = {
  category: 'Kind',
  startSession: 'Session of the start',
  endDate: 'Last day',
  sessions: 'Sessions',
  reasons: 'Reasons',
  inCare: 'In care',
  senProvision: 'SEN provision',
  surname: 'Surname',
  forename: 'Forename',
};

/** "Suspension from Mon 10 November 2025, 5 sessions, PP DB": an exclusion of a return, without whose it is. */
export function returnedWords({ category, startDate, sessions, reasons }: SaidExclusion): string {
  const length = sessions === undefined ? [] : [`${sessions} ${sessions === 1 ? 'session' : 'sessions'}`];
  return [`${categoryWords(category)} from ${formatDate(startDate)}`, ...length, reasons.join(' ')].join(
    ', ',
  );
}

/** "Sessions 4, now 6": what one field was and is. */
export function alteredWords(field: ReturnedField, before: SaidExclusion, after: SaidExclusion): string {
  return `${FIELDS[field]} ${valueWords(field, before)}, now ${valueWords(field, after)}`;
}

function valueWords(field: ReturnedField, of: SaidExclusion): string {
  const value = of[field];
  if (value === undefined) return 'not said';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (field === 'category') return categoryWords(of.category);
  if (field === 'endDate' && of.endDate !== undefined) return formatDate(of.endDate);
  return typeof value === 'object' ? value.join(' ') : String(value);
}
