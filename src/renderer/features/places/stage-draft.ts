import type { OperationInput, OperationOutput } from '#shared/contract/contract.ts';
import { PROVIDER_KINDS, type ProviderKind } from '#shared/domain/providers/types.ts';
import type { FieldError } from '#shared/kernel/result.ts';

export type StoredStage = OperationOutput<'stages.get'>['stages'][number];
type StageInput = OperationInput<'stages.save'>['stages'][number];

/** A stage while it is being changed. `target` is `kind:pru` or `provider:id`: one list offers both. */
export interface StageDraft {
  readonly key: string;
  readonly exclusionKind: 'fixed-period' | 'permanent';
  readonly fromDay: number | null;
  readonly toDay: number | null;
  readonly target: string;
}

export const toDraft = (stage: StoredStage): StageDraft => ({
  key: stage.id,
  exclusionKind: stage.exclusionKind,
  fromDay: stage.fromDay,
  toDay: stage.toDay ?? null,
  target:
    stage.providerId === undefined ? `kind:${stage.providerKind ?? 'pru'}` : `provider:${stage.providerId}`,
});

export const kindTarget = (kind: ProviderKind): string => `kind:${kind}`;
export const providerTarget = (id: string): string => `provider:${id}`;

/** What keeps a list of stages from being saved, by field. */
export const stageProblems = (drafts: readonly StageDraft[]): readonly FieldError[] =>
  drafts.flatMap(({ fromDay, toDay }, at) => [
    ...(fromDay === null ? [{ path: `stages.${String(at)}.fromDay`, message: 'Enter the first day.' }] : []),
    ...(fromDay !== null && toDay !== null && toDay < fromDay
      ? [{ path: `stages.${String(at)}.toDay`, message: 'The last day is before the first.' }]
      : []),
  ]);

export const toStage = ({ exclusionKind, fromDay, toDay, target }: StageDraft): StageInput => {
  const providerKind = PROVIDER_KINDS.find((kind) => kindTarget(kind) === target);
  return {
    exclusionKind,
    fromDay: fromDay ?? 1,
    ...(toDay === null ? {} : { toDay }),
    ...(providerKind === undefined
      ? { providerId: target.slice(providerTarget('').length) }
      : { providerKind }),
  };
};

/** Moves one up or down; the ends hold. */
export function moved(drafts: readonly StageDraft[], at: number, by: -1 | 1): readonly StageDraft[] {
  const to = at + by;
  const one = drafts[at];
  const other = drafts[to];
  if (one === undefined || other === undefined) return drafts;
  return drafts.map((draft, index) => (index === at ? other : index === to ? one : draft));
}
