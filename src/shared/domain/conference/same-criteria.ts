import type { FieldError } from '../../kernel/result.ts';
import type { ConferenceCriterion } from './types.ts';

/** Criteria that are in the list twice, at the later one. Other numbers of one kind may stand side by side. */
export function sameCriteria(criteria: readonly ConferenceCriterion[]): readonly FieldError[] {
  const keys = criteria.map((one) => Object.values(one).join(' '));
  return keys.flatMap((key, at) =>
    keys.indexOf(key) < at
      ? [{ path: `criteria.${String(at)}`, message: 'This criterion is in the list already.' }]
      : [],
  );
}
