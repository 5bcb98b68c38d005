import type { PaperKind, Provider, Transporter } from '../domain/providers/types.ts';
import { formatPence } from './format-pence.ts';
import { formatMiles } from './miles.ts';
import { sayList } from './provider-words.ts';
import { sayWindow } from './rule-words.ts';
import { sayYearGroups } from './year-group-words.ts';

/** What the words of a provider's rules are made of: a saved one, or its form. */
export interface RuledProvider extends Pick<Provider, 'rules' | 'sessions'> {
  readonly weekCapacity?: number | undefined;
  readonly schoolShare?: number | undefined;
}

/** The headings under which rules are shown, in their order. */
export const RULE_GROUPS = ['who', 'when', 'room', 'staff', 'before', 'after', 'way'] as const;

export type RuleGroup = (typeof RULE_GROUPS)[number];

export const RULE_GROUP_WORDS: Readonly<Record<RuleGroup, string>> = {
  who: 'Who is taken',
  when: 'How long and when',
  room: 'Room',
  staff: 'Staff',
  before: 'Before the start',
  after: 'During and after',
  way: 'Cost and way there',
};

export const PAPER_WORDS: Readonly<Record<PaperKind, string>> = {
  'handover-form': 'the handover form',
  work: 'the work set',
  contacts: 'telephone numbers of parents',
  medical: 'medical needs',
  'risk-assessment': 'the risk assessment',
  'support-plan': 'the support plan',
};

export const TRANSPORTER_WORDS: Readonly<Record<Transporter, string>> = {
  authority: 'the authority',
  school: 'the school',
  provider: 'the provider',
  parents: 'the parents',
};

/** One rule as a sentence. `key` names the rule, and stays while its numbers change. */
export interface RuleSentence {
  readonly key: string;
  readonly group: RuleGroup;
  readonly text: string;
}

const days = (count: number): string => (count === 1 ? '1 day' : `${String(count)} days`);
const schoolDays = (count: number): string => (count === 1 ? '1 school day' : `${String(count)} school days`);
const adults = (count: number): string => (count === 1 ? '1 adult' : `${String(count)} adults`);
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** "2 to 14 days", "at least 2 days", "at most 14 days", "5 days" where both are the same; undefined without a rule. */
function sayStay(least: number | undefined, most: number | undefined): string | undefined {
  if (least === undefined) return most === undefined ? undefined : `at most ${days(most)}`;
  if (most === undefined) return `at least ${days(least)}`;
  return least === most ? days(most) : `${String(least)} to ${days(most)}`;
}

/** "up to 12", "4 to 12" pupils of a session; undefined when it runs none. */
function sayPlacesASession({ sessions }: RuledProvider): string | undefined {
  const rooms = sessions.map(({ capacity }) => capacity).filter((capacity) => capacity > 0);
  if (rooms.length === 0) return undefined;
  const [least, most] = [Math.min(...rooms), Math.max(...rooms)];
  return least === most ? `up to ${String(most)}` : `${String(least)} to ${String(most)}`;
}

/** Every rule of a provider as a sentence of its own, in the order of the groups. */
export function ruleSentences(provider: RuledProvider): readonly RuleSentence[] {
  const { rules, weekCapacity, schoolShare } = provider;
  const { window, longerThanDays, minDays, maxDays, noticeDays, adultsNeeded, escort, papers } = rules;
  const { workDaysBefore, reportDays, followUpDays, courses, transport, costPence, distanceMetres } = rules;
  const sentences: RuleSentence[] = [];
  const say = (group: RuleGroup, key: string, text: string | undefined | false) => {
    if (text) sentences.push({ key, group, text });
  };
  const room = sayPlacesASession(provider);
  const stay = sayStay(minDays, maxDays);

  say('who', 'year-groups', `Takes pupils of ${sayYearGroups(rules.yearGroups)}.`);
  say(
    'who',
    'groups',
    rules.separateGroups && 'Primary, secondary and long-term pupils never share a session.',
  );
  say(
    'who',
    'choice',
    rules.parentChooses && 'The parents choose whether the pupil attends or stays at home.',
  );
  say('when', 'window', window && `Takes pupils ${sayWindow(window)} of the exclusion.`);
  say(
    'when',
    'longer',
    longerThanDays !== undefined && `Takes only exclusions of more than ${days(longerThanDays)}.`,
  );
  say('when', 'stay', stay && `A stay has ${stay}.`);
  say(
    'when',
    'notice',
    noticeDays !== undefined && `Asks for ${schoolDays(noticeDays)} of notice before the first session.`,
  );
  say(
    'room',
    'session',
    room ? `${capital(room)} ${room === 'up to 1' ? 'pupil' : 'pupils'} a session.` : 'Runs no session yet.',
  );
  say(
    'room',
    'week',
    weekCapacity !== undefined && `At most ${String(weekCapacity)} different pupils a week.`,
  );
  say(
    'room',
    'share',
    schoolShare !== undefined && `At most ${String(schoolShare)} from one school in a session.`,
  );
  say(
    'room',
    'rota',
    rules.termRota && 'Centres host it in turn, term by term; in a term without a host it takes nobody.',
  );
  say(
    'staff',
    'adults',
    adultsNeeded !== undefined &&
      `A session needs ${adults(adultsNeeded)} who ${adultsNeeded === 1 ? 'is' : 'are'} down for it.`,
  );
  say(
    'staff',
    'escort',
    escort &&
      (escort.fromDay === 1 && escort.toDay === undefined
        ? 'The school sends a named member of staff every day.'
        : `The school sends a named member of staff ${sayWindow(escort)} of the exclusion.`),
  );
  say('before', 'code', rules.codeOfConduct && 'Parent and pupil sign a code of conduct before the start.');
  say(
    'before',
    'papers',
    papers.length > 0 &&
      `Before a pupil arrives it has ${sayList(papers.map((paper) => PAPER_WORDS[paper]))}.`,
  );
  say('before', 'work', workDaysBefore !== undefined && sayWorkDue(workDaysBefore));
  say('after', 'review', rules.weeklyReview && 'Work and behaviour are reviewed every week.');
  say('after', 'report', reportDays !== undefined && sayReportDue(reportDays));
  say(
    'after',
    'evaluation',
    rules.evaluation && 'Parent and pupil fill in an evaluation sheet after the stay.',
  );
  say(
    'after',
    'follow-up',
    followUpDays !== undefined &&
      `The pupil is looked up again ${schoolDays(followUpDays)} after the return.`,
  );
  say(
    'after',
    'courses',
    courses.length > 0 &&
      `${sayList(courses.map(({ name, sessions }) => `${name} (${String(sessions)} sessions)`))} ${courses.length === 1 ? 'goes' : 'go'} on from stay to stay.`,
  );
  say(
    'way',
    'transport',
    transport &&
      `${capital(TRANSPORTER_WORDS[transport])} bring${transport === 'parents' ? '' : 's'} pupils there and back.`,
  );
  say('way', 'cost', costPence !== undefined && `A place costs ${formatPence(costPence)} a session.`);
  say('way', 'distance', distanceMetres !== undefined && sayDistance(distanceMetres));
  return sentences;
}

/** Rules that the first sentence of the paragraph says together. */
const IN_LEAD: ReadonlySet<string> = new Set([
  'year-groups',
  'session',
  'week',
  'share',
  'window',
  'longer',
  'stay',
]);

/**
 * The whole provider as a short paragraph: "Takes pupils of Years 7 to 9, up to 12 a session and 18 different pupils a
 * week, at most 2 from one school, from day 3 of the exclusion, for 2 to 14 days. Parent and pupil sign …"
 */
export function sayProvider(provider: RuledProvider): string {
  const { rules, weekCapacity, schoolShare } = provider;
  const { window, longerThanDays, minDays, maxDays } = rules;
  const room = sayPlacesASession(provider);
  const stay = sayStay(minDays, maxDays);
  const week = weekCapacity === undefined ? undefined : `${String(weekCapacity)} different pupils a week`;
  const lead = [
    `Takes pupils of ${sayYearGroups(rules.yearGroups)}`,
    [room && `${room} a session`, week].filter(Boolean).join(' and '),
    schoolShare === undefined ? '' : `at most ${String(schoolShare)} from one school`,
    window ? `${sayWindow(window)} of the exclusion` : '',
    longerThanDays === undefined ? '' : `only exclusions of more than ${days(longerThanDays)}`,
    stay ? `for ${stay}` : '',
  ].filter(Boolean);
  const rest = ruleSentences(provider).filter(({ key }) => !IN_LEAD.has(key));
  return [`${lead.join(', ')}.`, ...rest.map(({ text }) => text)].join(' ');
}

/** The rules of admission on one line of a list: "Years 7 to 9 · from day 3 · 2 to 14 days · 2 adults". */
export function sayRulesBriefly({ rules, weekCapacity, schoolShare }: RuledProvider): string {
  const { yearGroups, window, longerThanDays, minDays, maxDays, noticeDays, adultsNeeded, escort } = rules;
  const stay = sayStay(minDays, maxDays);
  return [
    yearGroups.length > 0 && sayYearGroups(yearGroups),
    window && sayWindow(window),
    longerThanDays !== undefined && `exclusions of more than ${days(longerThanDays)}`,
    stay,
    noticeDays !== undefined && `${schoolDays(noticeDays)} of notice`,
    weekCapacity !== undefined && `${String(weekCapacity)} pupils a week`,
    schoolShare !== undefined && `${String(schoolShare)} from one school`,
    adultsNeeded !== undefined && adults(adultsNeeded),
    escort && 'school’s staff',
    rules.separateGroups && 'groups apart',
    rules.codeOfConduct && 'code of conduct',
    rules.parentChooses && 'parents choose',
    rules.termRota && 'rota by term',
  ]
    .filter((word) => typeof word === 'string')
    .join(' · ');
}

const sayWorkDue = (before: number): string =>
  before === 0
    ? 'The school’s work is due on the day the stay begins.'
    : `The school’s work is due ${schoolDays(before)} before the stay begins.`;

const sayReportDue = (after: number): string =>
  after === 0
    ? 'A report is due on the last day of the stay.'
    : `A report is due within ${schoolDays(after)} of the end of the stay.`;

const sayDistance = (metres: number): string =>
  metres === 0 ? 'It is on our own site.' : `It is ${formatMiles(metres)} from our school.`;
