import { useState } from 'react';
import type { OperationInput, OperationOutput } from '#shared/contract/contract.ts';
import { ruleProblems } from '#shared/domain/providers/rule-problems.ts';
import { weekProblems } from '#shared/domain/providers/week-problems.ts';
import { NO_RULES } from '#shared/domain/providers/no-rules.ts';
import type { AppError, FieldError } from '#shared/kernel/result.ts';
import { OperationError, useCommand } from '../../api/client.ts';
import { blankProblems, toForm, type ProviderDraft } from './provider-draft.ts';

export type PutOut = OperationOutput<'providers.effect'>['putOut'];
type Input = OperationInput<'providers.save'>;

interface Known {
  readonly id: string;
  readonly version: number;
}

export interface ProviderSave {
  readonly busy: boolean;
  readonly errors: readonly FieldError[];
  /** A refusal that names no field. */
  readonly refused: AppError | undefined;
  /** Places that the change would take away, waiting for a yes. */
  readonly asking: PutOut | undefined;
  readonly save: (draft: ProviderDraft, reason: string) => Promise<void>;
  readonly giveUp: () => Promise<void>;
  readonly cancel: () => void;
  /** Forgets what was wrong. */
  readonly clear: () => void;
}

/** Saves a provider; where pupils would lose places, shows them first and saves only after a yes. */
export function useProviderSave(
  known: Known | undefined,
  onSaved: (saved: Known, gaveUp: number) => void,
): ProviderSave {
  const effect = useCommand('providers.effect');
  const command = useCommand('providers.save');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [refused, setRefused] = useState<AppError>();
  const [waiting, setWaiting] = useState<{ readonly input: Input; readonly putOut: PutOut }>();

  const attempt = async (step: () => Promise<void>) => {
    try {
      await step();
    } catch (error) {
      if (!(error instanceof OperationError)) throw error;
      setWaiting(undefined);
      if (error.error.code === 'invalid-input' && error.error.fields) setErrors(error.error.fields);
      else setRefused(error.error);
    }
  };

  const send = async (input: Input, putOut: PutOut) => {
    const saved = await command.mutateAsync({ ...input, giveUp: putOut.map(({ placeId }) => placeId) });
    setWaiting(undefined);
    onSaved(saved, putOut.length);
  };

  const save = async (draft: ProviderDraft, reason: string) => {
    setRefused(undefined);
    const { kind } = draft;
    const blank = blankProblems(draft);
    if (kind === null || blank.length > 0) return setErrors(blank);
    const form = toForm(draft, kind);
    const wrong = [
      ...weekProblems(form.sessions),
      ...ruleProblems({ ...form, rules: form.rules ?? NO_RULES }),
    ];
    setErrors(wrong);
    if (wrong.length > 0) return undefined;
    return attempt(async () => {
      const input = { ...form, ...known, reason };
      if (known === undefined) return send(input, []);
      const { putOut } = await effect.mutateAsync({ change: 'provider', form: { ...form, ...known } });
      if (putOut.length === 0) return send(input, []);
      return setWaiting({ input, putOut });
    });
  };

  return {
    busy: effect.isPending || command.isPending,
    errors,
    refused,
    asking: waiting?.putOut,
    save,
    giveUp: () => attempt(async () => waiting && send(waiting.input, waiting.putOut)),
    cancel: () => setWaiting(undefined),
    clear: () => {
      setErrors([]);
      setRefused(undefined);
    },
  };
}
