import { formatDate } from '../domain/calendar/format-date.ts';
import type { Duty, DutyOwner, DutyParty, RuleSet } from '../domain/duties/types.ts';
import { assertNever } from '../kernel/assert-never.ts';

/** Whom a duty is owed to, or concerns, in the words of the rule set and in the middle of a sentence. */
export function partyName(party: DutyParty, { words }: Pick<RuleSet, 'words'>): string {
  switch (party) {
    case 'parents':
      return 'parents';
    case 'authority':
      return words.authority;
    case 'home-authority':
      return `${words.authority} where the pupil lives`;
    case 'governors':
      return words.governors;
    case 'social-worker':
      return 'social worker';
    case 'virtual-school-head':
      return 'virtual school head';
    case 'pupil':
      return 'pupil';
    case 'panel':
      return words.panel;
    default:
      return assertNever(party);
  }
}

/** Who has to do it, in the words of the rule set: the school's own part is the office's. */
export function ownerName(owner: DutyOwner, { words }: Pick<RuleSet, 'words'>): string {
  return owner === 'school' ? 'school' : partyName(owner, { words });
}

type Title = (words: RuleSet['words']) => string;

const TITLES: Readonly<Record<string, Title>> = {
  'tell-parents-phone': () => 'Tell the parents in person or by phone',
  'tell-parents-writing': () => 'Tell the parents in writing',
  'tell-authority': ({ authority }) => `Tell the ${authority}`,
  'tell-authority-termly': ({ authority }) => `Report to the ${authority} for the term`,
  'tell-home-authority': ({ authority }) => `Tell the ${authority} where the pupil lives`,
  'tell-governors': ({ governors }) => `Tell the ${governors}`,
  'tell-governors-termly': ({ governors }) => `Report to the ${governors} for the term`,
  'tell-social-worker': () => 'Tell the social worker',
  'tell-virtual-school-head': () => 'Tell the virtual school head',
  'set-work': () => 'Set work for the days out',
  'mark-work': () => 'Mark the work of the days out',
  'education-notice': () => 'Tell the parents where and when education is given',
  'education-start': () => 'Full-time education starts',
  'education-promise': () => 'Promised education starts',
  'governors-representations': ({ governors }) => `Representations to the ${governors}`,
  'governors-meeting': ({ governors }) => `Meeting of the ${governors}`,
  'governors-papers': () => 'Send the papers for the meeting',
  'decision-letter': ({ decisionBody }) => `Tell the parents what the ${decisionBody} decided`,
  'tell-authority-decision': ({ authority, decisionBody }) =>
    `Tell the ${authority} what the ${decisionBody} decided`,
  'tell-home-authority-decision': ({ authority, decisionBody }) =>
    `Tell the ${authority} where the pupil lives what the ${decisionBody} decided`,
  'review-apply': ({ review }) =>
    `Parents’ last day to ask for ${review === 'appeal' ? 'an appeal' : 'a review'}`,
  'review-hear': ({ panel }) => `Hearing of the ${panel}`,
  reconsider: ({ decisionBody }) => `The ${decisionBody} looks at it again`,
  'reintegration-meeting': () => 'Reintegration meeting with the parents and the pupil',
  'return-to-school': () => 'The pupil is back at school',
  'tell-cancelled-parents': () => 'Tell the parents that it was taken back',
  'tell-cancelled-authority': ({ authority }) => `Tell the ${authority} that it was taken back`,
  'tell-cancelled-home-authority': ({ authority }) =>
    `Tell the ${authority} where the pupil lives that it was taken back`,
  'tell-cancelled-governors': ({ governors }) => `Tell the ${governors} that it was taken back`,
  'tell-cancelled-social-worker': () => 'Tell the social worker that it was taken back',
  'tell-cancelled-virtual-school-head': () => 'Tell the virtual school head that it was taken back',
  'report-cancelled-termly': ({ governors }) => `Report it as cancelled to the ${governors} for the term`,
  'remove-from-register': () => 'The name may leave the register',
};

/** "Tell the LA": what is to be done, in the words of the rule set. A key of a later version is given as it stands. */
export function dutyTitle(key: string, { words }: Pick<RuleSet, 'words'>): string {
  return TITLES[key]?.(words) ?? key;
}

const WAITS_FOR: Readonly<Record<string, string>> = {
  'governors-representations': 'Once the parents make representations',
};

type DueParts = Pick<Duty, 'key' | 'withoutDelay' | 'dueBy' | 'dueSlot' | 'notBefore'>;

/**
 * By when, in words: "Without delay", "By Mon 9 June 2025", "By Mon 9 June 2025, before the afternoon",
 * "Between Mon 9 June 2025 and Fri 20 June 2025", "On Tue 3 June 2025 pm", "Once the parents make representations".
 */
export function dutyDueText({ key, withoutDelay, dueBy, dueSlot, notBefore }: DueParts): string {
  if (withoutDelay) return 'Without delay';
  if (dueBy === undefined) return WAITS_FOR[key] ?? 'Once the term dates for its day are entered';
  const day = formatDate(dueBy);
  if (key === 'remove-from-register') return `Not before ${day}`;
  if (key === 'return-to-school') return `On ${day}${dueSlot === undefined ? '' : ` ${dueSlot}`}`;
  if (key === 'education-start' || key === 'education-promise') return `From ${day}`;
  if (notBefore !== undefined && notBefore !== dueBy) return `Between ${formatDate(notBefore)} and ${day}`;
  if (dueSlot === undefined || key === 'reintegration-meeting') return `By ${day}`;
  return `By ${day}, ${dueSlot === 'am' ? 'before the afternoon' : 'end of the afternoon'}`;
}
