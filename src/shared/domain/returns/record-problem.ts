import { RETURN_RULES, type ReturnRuleKey, type RuleSeverity } from './rules.ts';

/**
 * What a check found in one record. `rule` is our number for it and `check` the row of `RETURN_RULES`; an error keeps the
 * return back, a query does not. `at` says which record it is put right in.
 */
export interface RecordProblem {
  readonly severity: RuleSeverity;
  readonly rule: string;
  readonly check: ReturnRuleKey;
  readonly at: 'exclusion' | 'pupil';
  readonly message: string;
}

/** Makes the problems of checks that all concern one kind of record. */
export const problemMaker =
  (at: RecordProblem['at']) =>
  (check: ReturnRuleKey, message: string): RecordProblem => {
    const { severity, id } = RETURN_RULES[check];
    return { severity, rule: id, check, at, message };
  };
