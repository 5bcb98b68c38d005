/** How long the engine waits for a server, in milliseconds. Tests wait less. */
export interface Patience {
  /** For a server to let us in before the next of the list is tried. */
  readonly connect: number;
  /** For a server that has no connection free. */
  readonly full: number;
  /** For the answer of a connection that was not used for a while: a laptop that slept has dead ones. */
  readonly probe: number;
  /** After which a connection counts as not used for a while. */
  readonly unused: number;
  /** For the answer to one statement: longer than the server itself gives it. */
  readonly answer: number;
  /** For a server to come back and say what became of a transaction. */
  readonly fate: number;
  /** For a transaction that is still under way on a connection we have lost, before we end it. */
  readonly underWay: number;
  /** After which nothing is done again. */
  readonly again: number;
}

export const PATIENCE: Patience = {
  connect: 5000,
  full: 5000,
  probe: 3000,
  unused: 5000,
  answer: 45_000,
  fate: 30_000,
  underWay: 500,
  again: 60_000,
};

/** For an owner's work on a whole database: making it, bringing it to a newer version. That takes as long as it takes. */
export const UNHURRIED: Patience = { ...PATIENCE, answer: 0 };
