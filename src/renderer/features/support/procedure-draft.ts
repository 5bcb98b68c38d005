import type { OperationInput } from '#shared/contract/contract.ts';
import type { Factor, RiskProcedure } from '#shared/domain/support/types.ts';
import type { FieldError } from '#shared/kernel/result.ts';
import type { Criteria } from './types.ts';

export interface FactorDraft extends Pick<Factor, 'kind' | 'name'> {
  readonly key: string;
  /** Missing for a new one. */
  readonly id?: string | undefined;
}

/** The procedure being edited. */
export interface ProcedureDraft extends Pick<RiskProcedure, 'signOff' | 'levels'> {
  readonly periodWeeks: number | null;
  readonly meetingDays: number | null;
  readonly meetingMinutes: number | null;
  readonly factors: readonly FactorDraft[];
}

export const toProcedureDraft = ({ procedure }: Criteria): ProcedureDraft => ({
  ...procedure,
  factors: procedure.factors.map((factor) => ({ ...factor, key: factor.id })),
});

/** Least and most of each number, as the operation takes them. */
const LIMITS = {
  periodWeeks: [1, 26, 'weeks'],
  meetingDays: [1, 60, 'days'],
  meetingMinutes: [5, 240, 'minutes'],
} as const;

/** What is missing, by the path of the field in the operation's input. */
export function procedureErrors(draft: ProcedureDraft): readonly FieldError[] {
  const numbers = (['periodWeeks', 'meetingDays', 'meetingMinutes'] as const).flatMap((field) => {
    const [least, most, unit] = LIMITS[field];
    const value = draft[field];
    return value === null || !Number.isInteger(value) || value < least || value > most
      ? [
          {
            path: `procedure.${field}`,
            message: `Enter a whole number of ${unit} from ${String(least)} to ${String(most)}.`,
          },
        ]
      : [];
  });
  const factors = draft.factors.flatMap(({ name }, at) =>
    name.trim() === ''
      ? [{ path: `procedure.factors.${String(at)}.name`, message: 'Enter what the factor is.' }]
      : [],
  );
  return [...numbers, ...factors];
}

/** The draft as the operation takes it; to be called once nothing is missing. */
export const toProcedure = ({
  periodWeeks,
  meetingDays,
  meetingMinutes,
  factors,
  ...more
}: ProcedureDraft): NonNullable<OperationInput<'support.save-criteria'>['procedure']> => ({
  ...more,
  periodWeeks: periodWeeks ?? 1,
  meetingDays: meetingDays ?? 1,
  meetingMinutes: meetingMinutes ?? 5,
  factors: factors.map(({ id, kind, name }) => ({ ...(id === undefined ? {} : { id }), kind, name })),
});
