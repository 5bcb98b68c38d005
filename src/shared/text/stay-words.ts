import { formatShortDate } from '../domain/calendar/format-date.ts';
import type { OwedTask } from '../domain/placements/tasks-of-stay.ts';
import type { AttendanceReason, PlaceOutcome, PlacementPurpose } from '../domain/placements/types.ts';
import { PAPER_KINDS, type PaperKind } from '../domain/providers/types.ts';
import { capitalise } from './exclusion-words.ts';
import { sayList } from './provider-words.ts';

/** What must have been handed over, in the middle of a sentence. */
export const PAPER_WORDS: Readonly<Record<PaperKind, string>> = {
  'handover-form': 'handover form',
  work: 'work',
  contacts: 'contact sheet',
  medical: 'medical form',
  'risk-assessment': 'risk assessment',
  'support-plan': 'support plan',
};

export const OUTCOME_WORDS: Readonly<Record<PlaceOutcome, string>> = {
  attended: 'Attended',
  absent: 'Absent',
  declined: 'Declined by the parents',
  'excluded-from-centre': 'Excluded from the centre',
};

export const ATTENDANCE_REASON_WORDS: Readonly<Record<AttendanceReason, string>> = {
  ill: 'ill',
  'transport-failed': 'transport did not come',
  refused: 'the pupil refused',
  'parent-kept-home': 'kept at home by a parent',
  appointment: 'appointment',
  'sent-home': 'sent home',
  unknown: 'no reason known',
  other: 'another reason',
};

const PURPOSE_TITLES: Readonly<Record<Exclude<PlacementPurpose, 'exclusion'>, string>> = {
  respite: 'On a break from school, not excluded',
  visiting: 'Hosted for another school',
};

/** What a stay is for when it is of no exclusion, or when the reader may not see exclusions. */
export const purposeTitle = (purpose: PlacementPurpose): string =>
  purpose === 'exclusion' ? 'Placed by the school' : PURPOSE_TITLES[purpose];

/** What is to be done, in the words of a list: "Hand over the medical form". */
export function stayTaskTitle({
  kind,
  paper,
  signer,
  about,
}: Omit<OwedTask, 'key' | 'beforeArrival'>): string {
  const day = about === undefined ? '' : ` on ${formatShortDate(about)}`;
  switch (kind) {
    case 'paper':
      return paper === undefined ? 'Hand over the papers' : `Hand over the ${PAPER_WORDS[paper]}`;
    case 'code-of-conduct':
      return `Have the code of conduct signed by ${signer === 'pupil' ? 'the pupil' : 'a parent'}`;
    case 'work-set':
      return 'Set work and send it to the provider';
    case 'work-again':
      return 'Set other work: what came was not suitable';
    case 'weekly-review':
      return 'Review the week';
    case 'not-arrived':
      return `Ring home: the pupil did not arrive${day}`;
    case 'left-early':
      return `Find out why the pupil left early${day}`;
    case 'report':
      return 'Write the end-of-placement report';
    case 'evaluation-parent':
      return 'Get the evaluation sheet back from the parents';
    case 'evaluation-pupil':
      return 'Get the evaluation sheet back from the pupil';
    case 'follow-up':
      return 'See how the pupil is getting on after the return';
    case 'attendance-referral':
      return 'Tell the education welfare service: the pupil does not attend';
  }
}

/** A task as it is kept. */
export interface NamedTask {
  readonly kind: OwedTask['kind'];
  readonly ruleKey: string | null;
  readonly title: string;
}

const paperOf = ({ kind, ruleKey }: NamedTask): PaperKind | undefined =>
  kind === 'work-set' ? 'work' : PAPER_KINDS.find((paper) => ruleKey === `paper:${paper}`);

/** What came or is missing, as an item of the register: "Medical form", "Code of conduct, pupil". */
export function shortTask(task: NamedTask): string {
  if (task.ruleKey === 'code:parent') return 'Code of conduct, parent';
  if (task.ruleKey === 'code:pupil') return 'Code of conduct, pupil';
  const paper = paperOf(task);
  return paper === undefined ? task.title : capitalise(PAPER_WORDS[paper]);
}

/** Everything that must happen before a pupil can start: "the medical form is there", "the code of conduct is signed by …". */
export function untilWords(tasks: readonly NamedTask[]): readonly string[] {
  const papers = tasks.flatMap((task) => paperOf(task) ?? []);
  const signers = [
    ...(tasks.some(({ ruleKey }) => ruleKey === 'code:parent') ? ['parent'] : []),
    ...(tasks.some(({ ruleKey }) => ruleKey === 'code:pupil') ? ['pupil'] : []),
  ];
  const others = tasks.filter((task) => paperOf(task) === undefined && !task.ruleKey?.startsWith('code:'));
  return [
    ...(papers.length === 0
      ? []
      : [
          `the ${sayList(papers.map((paper) => PAPER_WORDS[paper]))} ${papers.length === 1 ? 'is' : 'are'} there`,
        ]),
    ...(signers.length === 0
      ? []
      : [
          `the code of conduct is signed by ${signers.length === 2 ? 'parent and pupil' : `the ${sayList(signers)}`}`,
        ]),
    ...others.map(({ title }) => `this is done: ${title}`),
  ];
}

/** "Cannot start until the code of conduct is signed by parent and pupil." */
export const sayCannotStart = (tasks: readonly NamedTask[]): string =>
  `Cannot start until ${sayList(untilWords(tasks))}.`;

export interface CourseProgress {
  readonly course: string;
  readonly total: number;
  readonly done: number;
}

/** "Anger management: completed, 8 of 8", "Anger management: not completed, 3 of 8 done; it goes on at the next stay". */
export const sayCourse = ({ course, total, done }: CourseProgress): string =>
  done >= total
    ? `${course}: completed, ${String(total)} of ${String(total)}`
    : `${course}: not completed, ${String(done)} of ${String(total)} done; it goes on at the next stay`;

/** "9.05 am" of `HH:MM`. */
export function sayClock(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const hour = hours % 12 === 0 ? 12 : hours % 12;
  return `${String(hour)}.${String(minutes).padStart(2, '0')} ${hours < 12 ? 'am' : 'pm'}`;
}

/** "Attended 5 of 6 sessions, 1 of them late". */
export function sayAttendance({
  attended,
  possible,
  late,
}: {
  readonly attended: number;
  readonly possible: number;
  readonly late: number;
}): string {
  const sessions = possible === 1 ? '1 session' : `${String(possible)} sessions`;
  return `Attended ${String(attended)} of ${sessions}${late === 0 ? '' : `, ${String(late)} of them late`}.`;
}
