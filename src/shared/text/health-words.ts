import { formatDate } from '../domain/calendar/format-date.ts';
import type { HealthFacts, HealthHere, HealthState } from '../domain/health/types.ts';
import { daysBetween } from '../kernel/plain-date.ts';

export interface HealthLine {
  readonly state: HealthState;
  /** What is so, and what to do about it. */
  readonly text: string;
}

const good = (text: string): HealthLine => ({ state: 'good', text });
const look = (text: string): HealthLine => ({ state: 'look', text });
const bad = (text: string): HealthLine => ({ state: 'bad', text });

const OLDEST_SERVER = 15;
const UPDATE = 'Whoever looks after the server runs “shared-database update” with this version of First Day.';

/**
 * A line for everything that was looked at, in the order in which somebody would look. `here`: what the window knows
 * beside; the command line does not.
 */
export const sayHealth = (facts: HealthFacts, here?: HealthHere): readonly HealthLine[] => [
  sayRoundTrip(facts),
  sayServer(facts),
  sayTls(facts),
  sayVersion(facts),
  sayRights(facts),
  saySafety(facts),
  sayConnections(facts),
  sayWaiting(facts),
  sayStandbys(facts),
  sayVacuum(facts),
  good(`The database takes up ${sayBytes(facts.bytes)}.`),
  ...(here ? [sayOutbox(here), sayBackup(here)] : []),
];

function sayRoundTrip({ roundTrip }: HealthFacts): HealthLine {
  const text = `The server answers a question in ${roundTrip < 10 ? roundTrip.toFixed(1) : String(Math.round(roundTrip))} ms.`;
  const why = 'A booking asks some twenty, one after another, and the others wait for it.';
  if (roundTrip >= 50)
    return bad(`${text} ${why} Put the server into the same network, or find what holds it up.`);
  return roundTrip >= 10
    ? look(`${text} ${why} Look at the network between here and the server.`)
    : good(text);
}

function sayServer({ serverVersion }: HealthFacts): HealthLine {
  const [major, minor] = [Math.floor(serverVersion / 10_000), serverVersion % 10_000];
  const text = `It is PostgreSQL ${String(major)}.${String(minor)}.`;
  return major < OLDEST_SERVER
    ? bad(`${text} First Day needs ${String(OLDEST_SERVER)} or newer: bring the server to a newer version.`)
    : good(text);
}

function sayTls({ tls, here }: HealthFacts): HealthLine {
  if (tls !== undefined) return good(`What goes to it is encrypted (${tls}).`);
  return here
    ? good('What goes to it is not encrypted, and does not leave this PC.')
    : bad(
        'What goes to it is not encrypted. Switch TLS on at the server (ssl = on) and give out a new join file.',
      );
}

function sayVersion({ dataVersion, knownVersion }: HealthFacts): HealthLine {
  if (dataVersion === knownVersion)
    return good(`The data is at version ${String(dataVersion)}, as this program needs.`);
  const text = `The data is at version ${String(dataVersion)}, this program knows ${String(knownVersion)}.`;
  return dataVersion < knownVersion
    ? bad(`${text} ${UPDATE}`)
    : bad(`${text} Install the newer version on this PC.`);
}

const sayRights = ({ unprotected }: HealthFacts): HealthLine =>
  unprotected === 0
    ? good('Every table keeps to the rights of whoever asks.')
    : bad(
        `${String(unprotected)} ${unprotected === 1 ? 'table does' : 'tables do'} not keep to the rights of whoever asks. ${UPDATE}`,
      );

const saySafety = ({ unsafe }: HealthFacts): HealthLine =>
  unsafe.length === 0
    ? good('What was saved is on the server’s disk before it is acknowledged.')
    : bad(
        `A power cut of the server would lose what was acknowledged (${unsafe.join(', ')} ${unsafe.length === 1 ? 'is' : 'are'} off). Switch ${unsafe.length === 1 ? 'it' : 'them'} on in postgresql.conf and restart the server.`,
      );

function sayConnections({ connections: { used, allowed } }: HealthFacts): HealthLine {
  const text = `${String(used)} of ${String(allowed)} connections are in use.`;
  const what =
    'A PC takes four at most: raise max_connections, or put a connection pooler before the server.';
  if (used >= allowed * 0.9) return bad(`${text} Soon PCs will be turned away. ${what}`);
  return used >= allowed * 0.7 ? look(`${text} ${what}`) : good(text);
}

function sayWaiting({ waiting, longest }: HealthFacts): HealthLine {
  if (longest >= 60)
    return (longest >= 600 ? bad : look)(
      `A transaction has been open for ${sayDuration(longest)}. Others may wait for it, and old rows cannot be cleared away: see pg_stat_activity, and end it with pg_terminate_backend if its program is gone.`,
    );
  return waiting >= 10
    ? look(`${String(waiting)} programs wait for their turn to save. See whether it stays so.`)
    : good(
        waiting === 0
          ? 'Nobody waits for a turn to save.'
          : `${String(waiting)} wait for their turn to save.`,
      );
}

function sayStandbys({ standbys }: HealthFacts): HealthLine {
  if (standbys.length === 0)
    return good('No other server follows this one: when it is lost, the backups are what there is.');
  const behind = standbys.filter(({ lag }) => lag !== undefined && lag >= 60);
  const [worst] = behind.toSorted((a, b) => (b.lag ?? 0) - (a.lag ?? 0));
  if (worst?.lag !== undefined)
    return look(
      `The standby ${worst.name ?? ''} is ${sayDuration(worst.lag)} behind. What was saved since would be lost if it took over: look at its disk and network.`.replace(
        '  ',
        ' ',
      ),
    );
  const known = standbys.every(({ lag }) => lag !== undefined);
  return good(
    `${String(standbys.length)} ${standbys.length === 1 ? 'server follows' : 'servers follow'} this one${known ? '' : '; how far behind this login may not see'}.`,
  );
}

function sayVacuum({ autovacuum, dead, lastVacuum }: HealthFacts): HealthLine {
  if (!autovacuum)
    return bad(
      'Old rows are never cleared away (autovacuum is off). Switch it on, or the server will stop one day.',
    );
  const last = lastVacuum === undefined ? 'not yet' : `last on ${lastVacuum.slice(0, 10)}`;
  return dead.rows >= 100_000 && dead.rows >= dead.of
    ? look(`Old rows wait to be cleared away (${last}): run VACUUM ANALYZE at a quiet time.`)
    : good(`Old rows are cleared away by themselves (${last}).`);
}

function sayOutbox({ waiting, stopped }: HealthHere): HealthLine {
  if (stopped > 0)
    return look(
      `The server refused ${String(stopped)} of what was done on this PC while it was away. Open the outbox and choose what becomes of it.`,
    );
  return waiting === 0
    ? good('Nothing on this PC waits to be sent to it.')
    : look(`${String(waiting)} of what was done on this PC waits to be sent. See that it becomes less.`);
}

/** A server that is backed up every night is looked at once a fortnight. */
const OLD_BACKUP = 14;

function sayBackup({ backup, today }: HealthHere): HealthLine {
  if (!backup)
    return look(
      'Nobody has noted here when the server was last backed up. Ask whoever looks after it, and note it below.',
    );
  const { on, tried, by } = backup;
  const text = `The last backup that was noted is of ${formatDate(on)} (${by})`;
  if (daysBetween(on, today) > OLD_BACKUP)
    return look(
      `${text}. Ask whoever looks after the server whether there are newer ones, and note it below.`,
    );
  return tried
    ? good(`${text}, and it was restored to try it.`)
    : look(`${text}. It was not tried: have it restored on another machine once a term.`);
}

const sayDuration = (seconds: number): string =>
  seconds < 120 ? `${String(Math.round(seconds))} seconds` : `${String(Math.round(seconds / 60))} minutes`;

const sayBytes = (bytes: number): string =>
  bytes < 1_000_000_000
    ? `${String(Math.round(bytes / 1_000_000))} MB`
    : `${(bytes / 1_000_000_000).toFixed(1)} GB`;
