/** One server's address. */
export interface ServerAddress {
  readonly host: string;
  readonly port: number;
}

/** Where a shared database is and how somebody gets in. */
export interface PostgresPlace {
  /** Tried in order until one answers that can be written to: a standby takes over after the first fails. */
  readonly servers: readonly ServerAddress[];
  readonly database: string;
  readonly user: string;
  readonly password: string;
  readonly tls: TlsUse;
}

/**
 * `verify`: the server's certificate must be signed by a known authority (or by `ca`, PEM) and name the host. `none`:
 * in clear, only to this very PC.
 */
export type TlsUse =
  { readonly mode: 'verify'; readonly ca?: string | undefined } | { readonly mode: 'none' };

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1']);

/** Whether a host is this very PC, the only one that may be talked to in clear. */
export const isThisPc = (host: string): boolean => LOOPBACK.has(host);

/** For people: which database on which server, never who or with what. */
export const describePlace = ({ servers, database }: Pick<PostgresPlace, 'servers' | 'database'>): string =>
  `${database} on ${servers.map(({ host, port }) => (port === 5432 ? host : `${host}:${String(port)}`)).join(', ')}`;
