/** What a verification of the audit trail can find. */
export const FINDING_KINDS = [
  'altered',
  'detail-altered',
  'detail-missing',
  'missing',
  'order',
  'inserted',
  'replaced',
  'tail-missing',
  'head',
  'older-altered',
  'backup',
] as const;

export type FindingKind = (typeof FINDING_KINDS)[number];

/** One thing wrong with the audit trail, and where. */
export interface Finding {
  readonly kind: FindingKind;
  /** The row, or the first of the rows; 0 where it is the end of the chain itself. */
  readonly rowId: number;
  /** The last of the rows, where it is more than one. */
  readonly toId?: number;
  /** A sentence: what is wrong. */
  readonly what: string;
}

/** The end of the chain as something else than the database has it. */
export interface KnownHead {
  /** Where it is written: the name of a backup. */
  readonly name: string;
  /** UTC instant of the backup. */
  readonly at: string;
  readonly length: number;
  readonly lastId: number;
  readonly hash: string;
}
