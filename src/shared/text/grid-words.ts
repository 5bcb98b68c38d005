import { formatDayMonth } from '../domain/calendar/format-date.ts';
import type { GridCriteria } from '../domain/support/types.ts';
import type { IsoDate } from '../kernel/plain-date.ts';
import { LEVEL_SCHEME_WORDS, sayCriterion, SIGN_OFF_RULE_WORDS } from './support-words.ts';

/** By what a school put pupils on its register and how it works with it: a heading and a sentence for each thing. */
export function criteriaLines({
  categories,
  criteria,
  procedure,
  setBy,
}: GridCriteria): readonly (readonly [heading: string, sentence: string])[] {
  const { periodWeeks, meetingDays, meetingMinutes, signOff, levels, factors } = procedure;
  return [
    ['Criteria set by', setBy ?? 'The school itself'],
    ...categories.flatMap(({ letter, name, keyWorkerRole }) => [
      [
        `Category ${letter}`,
        keyWorkerRole === '' ? name : `${name}; key worker usually: ${keyWorkerRole}`,
      ] as const,
      ...criteria
        .filter(({ category }) => category === letter)
        .map(({ rule }) => [`Puts a pupil in ${letter}`, sayCriterion(rule)] as const),
    ]),
    ['Period of support', `${String(periodWeeks)} ${periodWeeks === 1 ? 'week' : 'weeks'}, then reviewed`],
    [
      'Meetings with the key worker',
      `At least every ${String(meetingDays)} days, ${String(meetingMinutes)} minutes`,
    ],
    ['Signing off', SIGN_OFF_RULE_WORDS[signOff]],
    ['Levels', LEVEL_SCHEME_WORDS[levels]],
    ...factors.map(
      ({ kind, name }) => [kind === 'risk' ? 'Risk factor' : 'Resilience factor', name] as const,
    ),
  ];
}

/** What was done for a pupil in a term, without a word of what was said. Days are those within the term. */
export interface DoneFacts {
  readonly meetings: readonly IsoDate[];
  /** Since when a plan has run, and when it was reviewed. */
  readonly plans: readonly { readonly from: IsoDate; readonly reviewedOn: readonly IsoDate[] }[];
  readonly referrals: readonly { readonly agency: string; readonly on: IsoDate; readonly state: string }[];
  readonly panels: readonly IsoDate[];
  readonly stays: readonly { readonly provider: string; readonly sessions: number; readonly from: IsoDate }[];
}

const STATES: Readonly<Record<string, string>> = { accepted: 'accepted', returned: 'returned' };

/** "Met the key worker 5 times, last on 9 December; plan from 3 November, reviewed 12 December". Empty: nothing. */
export function sayDone({ meetings, plans, referrals, panels, stays }: DoneFacts): string {
  const last = meetings.toSorted().at(-1);
  return [
    ...(last === undefined ? [] : [`Met the key worker ${times(meetings.length)} ${formatDayMonth(last)}`]),
    ...plans.map(({ from, reviewedOn }) =>
      [`plan from ${formatDayMonth(from)}`, ...reviewedOn.map((on) => `reviewed ${formatDayMonth(on)}`)].join(
        ', ',
      ),
    ),
    ...referrals.map(({ agency, on, state }) => {
      const became = STATES[state];
      return `referred to ${agency} ${formatDayMonth(on)}${became === undefined ? '' : ` (${became})`}`;
    }),
    ...panels.map((on) => `inclusion panel ${formatDayMonth(on)}`),
    ...stays.map(
      ({ provider, sessions, from }) =>
        `${String(sessions)} ${sessions === 1 ? 'session' : 'sessions'} at ${provider} from ${formatDayMonth(from)}`,
    ),
  ]
    .map((part, at) => (at === 0 ? part.charAt(0).toUpperCase() + part.slice(1) : part))
    .join('; ');
}

const times = (count: number): string => (count === 1 ? 'once, on' : `${String(count)} times, last on`);
