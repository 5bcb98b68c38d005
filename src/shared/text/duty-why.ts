import { formatDate } from '../domain/calendar/format-date.ts';
import { governorsRow } from '../domain/duties/governors-row.ts';
import type { CaseEventType, Duty, DutyCase } from '../domain/duties/types.ts';
import { exclusionNoun, formatHalfDays } from './exclusion-words.ts';

const nounOf = ({ exclusion, ruleSet }: DutyCase): string => exclusionNoun(exclusion.kind, ruleSet);

/** "a suspension", "an exclusion". */
const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;

/** Which test of the rule set the case meets: the examination, permanent, or the total of the term. */
function threshold(dutyCase: DutyCase): string {
  const { exclusion, term, examsMissed, ruleSet } = dutyCase;
  const [first, ...more] = examsMissed;
  if (first !== undefined) {
    const others = more.length === 0 ? '' : ` and ${String(more.length)} more`;
    return `The pupil would miss ${first.name} on ${formatDate(first.date)}${others}`;
  }
  if (exclusion.kind === 'permanent') return 'The exclusion is permanent';
  const after = term?.after ?? 0;
  const row = governorsRow(dutyCase);
  const marks = ruleSet.governors.flatMap(({ overTermDays = 0 }) => (overTermDays > 0 ? [overTermDays] : []));
  const over = row?.overTermDays ?? 0;
  const under = Math.min(...marks.filter((mark) => mark > over));
  const total = `It brings the term’s total to ${formatHalfDays(after)}`;
  if (over === 0) return `${total}, not over ${String(Math.min(...marks))}`;
  return `${total}, over ${String(over)}${Number.isFinite(under) ? ` and not over ${String(under)}` : ''}`;
}

function dayOf(dutyCase: DutyCase, type: CaseEventType): string {
  const event = dutyCase.events.findLast((one) => one.type === type);
  return event === undefined ? '' : ` on ${formatDate(event.on)}`;
}

function educationWhy(dutyCase: DutyCase): string {
  const { law, run } = dutyCase.education;
  const joined =
    run.length > 1
      ? `, counted over ${String(run.length)} ${dutyCase.ruleSet.words.exclusion}s with no session at school between them`
      : '';
  return law === undefined
    ? 'The pupil is out on the day from which education is owed; that day cannot be named yet.'
    : `${formatDate(law.date)} is school day ${String(law.day)} out${joined}.`;
}

function promiseWhy({ education: { promise } }: DutyCase): string {
  return promise === undefined
    ? 'The area promises it.'
    : `The area promises it from day ${String(promise.day)}; the law asks for it later or not at all.`;
}

type Why = (dutyCase: DutyCase) => string;

const byThreshold: Why = (dutyCase) => `${threshold(dutyCase)}.`;
/** Where only a fixed period is a suspension, a permanent one is named as what it is. */
const always: Why = ({ exclusion, ruleSet: { words } }) =>
  `It is owed for every ${exclusion.kind === 'permanent' && words.exclusion !== 'exclusion' ? 'permanent exclusion' : words.exclusion}.`;
function takenBack(dutyCase: DutyCase): string {
  const back = dutyCase.events.findLast(({ type }) => type === 'cancelled' || type === 'withdrawn')?.back;
  const from = back === undefined ? '' : ` from ${formatDate(back.date)}`;
  return `The ${nounOf(dutyCase)} was taken back, with the pupil in school again${from}.`;
}

const decided: Why = (dutyCase) => `The governors decided${dayOf(dutyCase, 'decision')}.`;

const WHYS: Readonly<Record<string, Why>> = {
  'tell-parents-phone': always,
  'tell-parents-writing': always,
  'tell-authority': (dutyCase) =>
    dutyCase.ruleSet.duties.some(({ key }) => key === 'tell-authority-termly')
      ? byThreshold(dutyCase)
      : always(dutyCase),
  'tell-authority-termly': byThreshold,
  'tell-home-authority': () => 'It is permanent, and the pupil lives in the area of another authority.',
  'tell-governors': byThreshold,
  'tell-governors-termly': byThreshold,
  'tell-social-worker': () => 'The pupil has a social worker.',
  'tell-virtual-school-head': () => 'The pupil is in care.',
  'set-work': () => 'The pupil is out and no other education has begun.',
  'mark-work': () => 'Work that is set comes back and is marked.',
  'education-notice': () => 'The parents must know of the education before it starts.',
  'education-start': educationWhy,
  'education-promise': promiseWhy,
  'governors-representations': byThreshold,
  'governors-meeting': (dutyCase) => {
    const asked = governorsRow(dutyCase)?.must === 'meet-if-asked';
    return asked
      ? `${threshold(dutyCase)}, and the parents asked for it${dayOf(dutyCase, 'representations')}.`
      : byThreshold(dutyCase);
  },
  'governors-papers': (dutyCase) =>
    `A meeting is set for${dayOf(dutyCase, 'meeting-set').replace(' on', '')}.`,
  'decision-letter': decided,
  'tell-authority-decision': decided,
  'tell-home-authority-decision': decided,
  'review-apply': (dutyCase) =>
    `The governors let the permanent exclusion stand, and the parents were told${dayOf(dutyCase, 'decision-told')}.`,
  'review-hear': (dutyCase) =>
    `The parents asked for ${withArticle(dutyCase.ruleSet.words.review)}${dayOf(dutyCase, 'review-asked')}.`,
  reconsider: (dutyCase) => `The panel asked for it${dayOf(dutyCase, 'review-decided')}.`,
  'reintegration-meeting': (dutyCase) => `The pupil comes back after ${withArticle(nounOf(dutyCase))}.`,
  'return-to-school': (dutyCase) => `The ${nounOf(dutyCase)} is over then.`,
  'report-cancelled-termly': (dutyCase) => `The ${nounOf(dutyCase)} was cancelled.`,
  'remove-from-register': () => 'Nothing can bring the pupil back on the register after that.',
};

/** Why a duty is owed in this very case, in one sentence. */
export function dutyWhy({ key }: Pick<Duty, 'key'>, dutyCase: DutyCase): string {
  if (key.startsWith('tell-cancelled-')) return takenBack(dutyCase);
  return (WHYS[key] ?? always)(dutyCase);
}
