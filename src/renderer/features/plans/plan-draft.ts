import type { OperationInput } from '#shared/contract/contract.ts';
import type { FieldError } from '#shared/kernel/result.ts';
import type { Plan } from '../../ui/support/types.ts';

/** A target as it is typed. */
export interface TargetDraft {
  /** Tells lines apart on the screen. */
  readonly key: number;
  readonly id?: string | undefined;
  readonly target: string;
  readonly measure: string;
  readonly support: string;
}

/** A plan as it is typed. */
export interface PlanDraft {
  readonly targets: readonly TargetDraft[];
  readonly reviewOn: string | null;
  readonly pupilSignedOn: string | null;
  readonly parentSignedOn: string | null;
}

/** An empty line after those there are. */
export const emptyTarget = (targets: readonly TargetDraft[]): TargetDraft => ({
  key: Math.max(0, ...targets.map(({ key }) => key)) + 1,
  target: '',
  measure: '',
  support: '',
});

/** What the form begins with: the plan as it is, without dropped targets, or one empty line. */
export function draftOf(plan: Plan | undefined, nextReviewOn: string): PlanDraft {
  const targets = (plan?.targets ?? [])
    .filter(({ state }) => state !== 'dropped')
    .map(({ id, target, measure, support }, key) => ({
      key,
      id,
      target,
      measure: measure ?? '',
      support: support ?? '',
    }));
  return {
    targets: targets.length > 0 ? targets : [emptyTarget([])],
    reviewOn: plan?.reviewOn ?? nextReviewOn,
    pupilSignedOn: plan?.pupilSignedOn ?? null,
    parentSignedOn: plan?.parentSignedOn ?? null,
  };
}

/** What has to be typed before the plan can be sent. */
export const missingIn = ({ targets, reviewOn }: PlanDraft): readonly FieldError[] => [
  ...targets.flatMap(({ target }, at) =>
    target.trim() === '' ? [{ path: `targets.${String(at)}.target`, message: 'Enter the target.' }] : [],
  ),
  ...(reviewOn === null ? [{ path: 'reviewOn', message: 'Enter the day.' }] : []),
];

/** The targets as main takes them. */
export const targetsOf = ({ targets }: PlanDraft): OperationInput<'plans.start'>['targets'] =>
  targets.map(({ id, target, measure, support }) => ({
    ...(id === undefined ? {} : { id }),
    target,
    ...(measure.trim() === '' ? {} : { measure }),
    ...(support.trim() === '' ? {} : { support }),
  }));
