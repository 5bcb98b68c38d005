/**
 * `rule` is our number for it (docs/returns.md); an error keeps the return back, a query does not. `at` says which
 * record it is put right in.
 */
export interface RecordProblem {
  readonly severity: 'error' | 'query';
  readonly rule: string;
  readonly at: 'exclusion' | 'pupil';
  readonly message: string;
}

type Say = (rule: string, message: string) => RecordProblem;

/** Short forms for checks that all concern one kind of record. */
export const problemMaker = (at: RecordProblem['at']): { readonly error: Say; readonly query: Say } => ({
  error: (rule, message) => ({ severity: 'error', rule, at, message }),
  query: (rule, message) => ({ severity: 'query', rule, at, message }),
});
