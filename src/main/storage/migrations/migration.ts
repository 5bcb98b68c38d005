/** One step from one schema version to the next; its number is its place in the list, counted from 1. */
export interface Migration {
  readonly name: string;
  /** Statements in order, for one transaction. */
  readonly statements: readonly string[];
  /** Tables which this step is meant to make shorter; any other loss of rows stops it. */
  readonly mayShrink?: readonly string[];
}
