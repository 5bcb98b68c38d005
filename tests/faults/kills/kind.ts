/**
 * One kind of work during which the power may fail. The child process does the work with the program's own code and
 * says what it has acknowledged; the parent kills it at a random moment and looks at what is left.
 */
export interface KillKind {
  /** Puts what the work needs into an empty folder; in the parent. */
  prepare(folder: string): Promise<void>;
  /**
   * In the child, until it is killed: goes on where the folder says that it was stopped. `done` is called with each thing
   * that the program has acknowledged. Ends by itself only when there is nothing left to do.
   */
  work(folder: string, done: (what: string) => void): Promise<void>;
  /**
   * In the parent after a kill. `done` is all that was acknowledged since `prepare`, `kills` how often it was killed.
   * Throws. What it gives was found, acknowledged or not, and counts as acknowledged from then on.
   */
  check(folder: string, done: readonly string[], kills: number): Promise<string | undefined | void>;
  /** Kills in one folder; then the next one is prepared, so that looking does not take longer and longer. */
  readonly kills: number;
}
