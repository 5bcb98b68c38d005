import type { FieldError } from '../../kernel/result.ts';
import type { RiskProcedure } from './types.ts';

/** What contradicts itself in a procedure: a factor entered twice, in whatever capitals. */
export function procedureProblems({ factors }: Pick<RiskProcedure, 'factors'>): readonly FieldError[] {
  const keys = factors.map(({ name }) => name.trim().toLocaleLowerCase('en-GB'));
  return keys.flatMap((key, at) =>
    keys.indexOf(key) < at
      ? [{ path: `procedure.factors.${String(at)}.name`, message: 'This factor is in the list already.' }]
      : [],
  );
}
