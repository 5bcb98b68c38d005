import type { OperationInput, OperationOutput } from '#shared/contract/contract.ts';
import type { Session, Slot } from '#shared/domain/calendar/types.ts';
import type { ChainLink, ExclusionKind } from '#shared/domain/exclusions/types.ts';

export type DraftInput = OperationInput<'exclusions.preview'>;

/** What the form needs to know of the pupil chosen. */
export interface ChosenPupil {
  readonly id: string;
  readonly name: string;
  readonly form?: string | undefined;
  readonly upn?: string | undefined;
  readonly inCare?: boolean | undefined;
}

/** The exclusion that this one is chained to. */
export interface Followed {
  readonly exclusionId: string;
  readonly as: ChainLink;
  readonly title: string;
}

/** What stands in the fields, finished or not. */
export interface RecordForm {
  readonly pupil: ChosenPupil | null;
  readonly kind: ExclusionKind;
  readonly incidentOn: string | null;
  readonly incidentAt: string;
  readonly incidentPlace: string;
  readonly incidentLesson: string;
  readonly incidentAccount: string;
  readonly startDate: string | null;
  readonly startSlot: Slot;
  /** Which of length and end was typed last; the other follows. */
  readonly lengthBy: 'half-days' | 'end';
  /** As typed: days, or lunchtimes. */
  readonly length: number | null;
  readonly endDate: string | null;
  readonly endSlot: Slot;
  readonly reasons: readonly string[];
  readonly decidedBy: string;
  /** Null while nobody has said otherwise: see `usualDecisionDay`. */
  readonly decidedOn: string | null;
  readonly follows: Followed | undefined;
}

/** A new case: a fixed period, about today's incident, from the next school session on. */
export function newForm(
  defaults: Pick<RecordForm, 'pupil' | 'incidentOn' | 'startDate' | 'startSlot'> & Partial<RecordForm>,
): RecordForm {
  return {
    kind: 'fixed-period',
    decidedBy: '',
    decidedOn: null,
    follows: undefined,
    incidentAt: '',
    incidentPlace: '',
    incidentLesson: '',
    incidentAccount: '',
    lengthBy: 'half-days',
    length: null,
    endDate: null,
    endSlot: 'pm',
    reasons: [],
    ...defaults,
  };
}

/** The fields of a case that is on record. */
export function formOfCase({
  draft,
  row,
  follows,
}: Pick<OperationOutput<'exclusions.get'>, 'draft' | 'row' | 'follows'>): RecordForm {
  return formOfDraft(draft, { id: draft.pupilId, name: row.pupilName, form: row.form }, follows);
}

type KeptDraft = Omit<OperationOutput<'exclusions.get'>['draft'], 'id' | 'version'>;

/** The fields that a draft was kept from. */
export function formOfDraft(
  draft: KeptDraft,
  pupil: ChosenPupil | null,
  follows: Followed | undefined,
): RecordForm {
  const { kind, halfDays, end } = draft;
  return {
    pupil,
    kind,
    incidentOn: draft.incidentOn ?? null,
    incidentAt: draft.incidentAt,
    incidentPlace: draft.incidentPlace,
    incidentLesson: draft.incidentLesson,
    incidentAccount: draft.incidentAccount,
    startDate: draft.startDate ?? null,
    startSlot: draft.startSlot,
    lengthBy: draft.lengthBy,
    length: halfDays === undefined ? null : lengthOf(kind, halfDays),
    endDate: end?.date ?? null,
    endSlot: end?.slot ?? 'pm',
    reasons: draft.reasons,
    decidedBy: draft.decidedBy,
    decidedOn: draft.decidedOn ?? null,
    follows,
  };
}

/** The day of the decision unless somebody says otherwise: the day of the start, or today when that is to come. */
export const usualDecisionDay = ({ startDate }: Pick<RecordForm, 'startDate'>, today: string): string =>
  startDate === null || startDate > today ? today : startDate;

/** The number in the length box for a number of half days: days, or lunchtimes. */
export const lengthOf = (kind: ExclusionKind, halfDays: number): number =>
  kind === 'lunchtime' ? halfDays : halfDays / 2;

/** The start as far as it is entered. */
export const startOf = ({ startDate, startSlot }: RecordForm): Session | undefined =>
  startDate === null ? undefined : { date: startDate, slot: startSlot };

/** What is wrong with the number in the length box, before anybody is asked; undefined when it can be counted. */
export function lengthProblem({ kind, lengthBy, length }: RecordForm): string | undefined {
  if (kind === 'permanent' || lengthBy === 'end' || length === null) return undefined;
  if (kind === 'lunchtime') {
    if (!Number.isInteger(length) || length < 1) return 'Enter a whole number of lunchtimes, 1 or more.';
    return length > 90 ? 'At most 90 lunchtimes, which count as 45 days.' : undefined;
  }
  if (!Number.isInteger(length * 2) || length < 0.5) return 'Enter whole or half days, such as 2 or 2.5.';
  return length > 45 ? 'At most 45 days.' : undefined;
}

/** The operation's input; undefined until a pupil is chosen. What cannot be counted yet is left out. */
export function inputOfForm(form: RecordForm): DraftInput | undefined {
  const { pupil, kind, startDate, startSlot, lengthBy, length, endDate, endSlot, incidentOn } = form;
  if (pupil === null) return undefined;
  const halfDays =
    length === null || lengthProblem(form) !== undefined
      ? undefined
      : kind === 'lunchtime'
        ? length
        : length * 2;
  return {
    pupilId: pupil.id,
    kind,
    ...(startDate === null ? {} : { startDate }),
    startSlot: kind === 'lunchtime' ? 'am' : startSlot,
    lengthBy,
    ...(halfDays === undefined || kind === 'permanent' || lengthBy === 'end' ? {} : { halfDays }),
    ...(endDate === null || kind === 'permanent' || lengthBy !== 'end'
      ? {}
      : { end: { date: endDate, slot: endSlot } }),
    ...(incidentOn === null ? {} : { incidentOn }),
    incidentAt: form.incidentAt,
    incidentPlace: form.incidentPlace,
    incidentLesson: form.incidentLesson,
    incidentAccount: form.incidentAccount,
    reasons: [...form.reasons],
    decidedBy: form.decidedBy,
    ...(form.decidedOn === null ? {} : { decidedOn: form.decidedOn }),
    ...(form.follows === undefined
      ? {}
      : { followsId: form.follows.exclusionId, followsAs: form.follows.as }),
  };
}
