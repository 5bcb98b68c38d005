import type pg from 'pg';
import { StoreUnusableError } from '../../store.ts';
import { COMMON_CHANNEL, OWN_CHANNEL, readAnnouncement, type Heard } from './announce.ts';
import { connectFirst } from './connect.ts';
import type { PostgresPlace } from './place.ts';

interface ListenTimes {
  /** Between two questions whether the connection still lives, and how long an answer is waited for. */
  readonly beat: number;
  readonly patience: number;
  /** Before a broken connection is made again: the first pause, doubled up to the longest. */
  readonly pause: number;
  readonly longest: number;
}

/** Milliseconds. A connection that died without a word is noticed after 20 s at most. */
const TIMES: ListenTimes = { beat: 15_000, patience: 5000, pause: 250, longest: 30_000 };

interface Listener {
  /** Somebody at this database has done something, perhaps this very program. */
  readonly onHeard: (heard: Heard) => void;
  /** From here on everything is heard; what was done before may have been missed. */
  readonly onListening: () => void;
  /** The connection broke, or there never was one. */
  readonly onSilent?: (() => void) | undefined;
  readonly times?: Partial<ListenTimes> | undefined;
}

/** Messages of one command that are remembered to take its second for the same. */
const REMEMBERED = 50;

/**
 * Listens to what is done at a shared database, with a connection of its own that is made again by itself whenever it
 * breaks. Gives what ends it.
 */
export function listenTo(place: PostgresPlace, listener: Listener): () => Promise<void> {
  const times = { ...TIMES, ...listener.times };
  const ending = new AbortController();
  const { signal } = ending;

  async function follow(): Promise<void> {
    let pause = times.pause;
    while (!signal.aborted) {
      try {
        const { client } = await connectFirst(place);
        try {
          const broken = breaking(client, signal);
          hearOn(client, listener);
          const channel = await beginListening(client);
          if (!signal.aborted) listener.onListening();
          pause = times.pause;
          await watch(client, channel, broken, times);
        } finally {
          // A connection that is dead would wait for ever for the answer to its farewell.
          const { stream } = client.connection;
          void Promise.race([client.end(), later(times.patience)])
            .catch(() => undefined)
            .finally(() => stream.destroy());
        }
      } catch (error) {
        // Asked again at once a server would take a changed password for an attack.
        if (error instanceof StoreUnusableError) pause = times.longest;
      }
      if (signal.aborted) return;
      listener.onSilent?.();
      // Uneven, so that not all PCs come back at the same moment.
      await untilOrAborted(pause * (0.5 + Math.random()), signal);
      pause = Math.min(pause * 2, times.longest);
    }
  }

  const followed = follow();
  return async () => {
    ending.abort();
    // Whoever is on the way to a server that does not answer notices later.
    await Promise.race([followed, later(1000)]);
  };
}

/** Settles when the connection breaks or is not wanted any more. */
const breaking = (client: pg.Client, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    client.once('end', resolve);
    client.once('error', () => resolve());
    signal.addEventListener('abort', () => resolve(), { once: true });
    if (signal.aborted) resolve();
  });

function hearOn(client: pg.Client, { onHeard }: Listener): void {
  const heardBefore = new Set<string>();
  client.on('notification', ({ payload }) => {
    const heard = readAnnouncement(payload);
    if (!heard || heardBefore.has(heard.id)) return;
    heardBefore.add(heard.id);
    for (const oldest of heardBefore) {
      if (heardBefore.size <= REMEMBERED) break;
      heardBefore.delete(oldest);
    }
    onHeard(heard);
  });
}

/** Listens to everybody and to the own school, and gives the name of the latter’s channel: empty while there is none. */
async function beginListening(client: pg.Client): Promise<string> {
  const channel = await ownChannel(client);
  await client.query(`LISTEN ${COMMON_CHANNEL}`);
  if (channel !== '') await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
  return channel;
}

async function ownChannel(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ channel: string | null }>(`SELECT ${OWN_CHANNEL} AS channel`);
  return rows[0]?.channel ?? '';
}

/** Returns when the connection is of no use any more: broken, silent, at a standby, or with another channel by now. */
async function watch(
  client: pg.Client,
  channel: string,
  broken: Promise<void>,
  { beat, patience }: ListenTimes,
): Promise<void> {
  const gone = broken.then(() => 'gone' as const);
  for (;;) {
    // The first to work here is just making the school: its channel is known in a moment.
    if ((await Promise.race([gone, later(channel === '' ? Math.min(beat, 1000) : beat)])) === 'gone') return;
    const answer = client
      .query<{ well: boolean }>(
        `SELECT NOT pg_is_in_recovery() AND coalesce(${OWN_CHANNEL}, '') = $1 AS well`,
        [channel],
      )
      .then(({ rows }) => (rows[0]?.well === true ? 'well' : 'gone'))
      .catch(() => 'gone' as const);
    if ((await Promise.race([gone, answer, later(patience)])) !== 'well') return;
  }
}

/** Nobody is kept from ending by the wait. */
const later = (milliseconds: number): Promise<'later'> =>
  new Promise((resolve) => {
    setTimeout(() => resolve('later'), milliseconds).unref();
  });

const untilOrAborted = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    timer.unref();
    signal.addEventListener('abort', done, { once: true });
  });
