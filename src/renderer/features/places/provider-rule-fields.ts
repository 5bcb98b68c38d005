import type { RulesDraft } from './provider-draft.ts';

/** What a group of rules is given. */
export interface RuleFields {
  readonly rules: RulesDraft;
  /** Messages by path. */
  readonly errors: Readonly<Record<string, string>>;
  readonly change: (part: Partial<RulesDraft>) => void;
}
