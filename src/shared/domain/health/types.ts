/** What the server of a shared database says of itself, as far as the login may see. */
export interface HealthFacts {
  /** PostgreSQL's own number, 150004 for 15.4. */
  readonly serverVersion: number;
  /** Version of TLS; missing: in clear. */
  readonly tls?: string;
  /** The server is this very PC. */
  readonly here: boolean;
  /** Version of the data, and the one that this program knows. */
  readonly dataVersion: number;
  readonly knownVersion: number;
  /** Tables whose rows everybody with a login could see. */
  readonly unprotected: number;
  /** Of one question there and back, in milliseconds; the middle of several. */
  readonly roundTrip: number;
  readonly connections: { readonly used: number; readonly allowed: number };
  /** Programs that wait for their turn to write at this moment. */
  readonly waiting: number;
  /** Seconds of the longest transaction of others. */
  readonly longest: number;
  /** Servers that follow this one; `lag` in seconds, missing where the login may not see it. */
  readonly standbys: readonly { readonly name?: string; readonly lag?: number }[];
  /** Settings without which a power cut loses what was acknowledged, that are off. */
  readonly unsafe: readonly string[];
  readonly autovacuum: boolean;
  /** Of the table with the most rows that nobody needs any more. */
  readonly dead: { readonly rows: number; readonly of: number };
  /** When a table was last cleared of them, ISO. */
  readonly lastVacuum?: string;
  readonly bytes: number;
}

/** `look`: works, and somebody should see to it; `bad`: records or rights are in danger, or work stops. */
export type HealthState = 'good' | 'look' | 'bad';

/** A backup of the server that somebody said was made. */
export interface NotedBackup {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  /** It was restored on another machine. */
  readonly tried: boolean;
  readonly by: string;
}

/** What the window knows beside the server itself. */
export interface HealthHere {
  /** Commands in this PC's outbox: to be sent, and refused by the server. */
  readonly waiting: number;
  readonly stopped: number;
  readonly backup: NotedBackup | undefined;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}
