import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { PostgresPlace } from '#main/storage/engines/postgres/place.ts';

/** A real PostgreSQL server of a test: its own data, port and superuser, on this PC alone. */
export interface TestServer {
  readonly port: number;
  readonly folder: string;
  /** As the superuser, or as somebody else. */
  place(database: string, who?: { readonly user: string; readonly password: string }): PostgresPlace;
  start(): Promise<void>;
  /** `smart` lets nobody in and waits; `fast` cuts everybody off; `kill` is a power cut. */
  stop(how?: 'fast' | 'kill'): Promise<void>;
  /** Stops it and takes its data away. */
  remove(): Promise<void>;
}

/** Of every test server: it is reached from this PC alone and lives for a minute. */
export const SUPERUSER = { user: 'postgres', password: 'superuser of a test' };

/** The folder with PostgreSQL's programs, as `npm test` found it; undefined where there is none. */
export const postgresPrograms = (): string | undefined => process.env['FIRST_DAY_POSTGRES'];

/**
 * `settings` are lines of postgresql.conf; a server that is killed should have `fsync=on`, the others are quicker. `files`
 * (name, text) lie beside its data.
 */
export async function makeTestServer(
  settings: readonly string[] = [],
  files: Readonly<Record<string, string>> = {},
): Promise<TestServer> {
  const programs = programsOfTests();
  const folder = mkdtempSync(join(tmpdir(), 'first-day-server-'));
  const data = join(folder, 'data');
  const port = await freePort();
  const as = unprivileged(folder);
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, SUPERUSER.password);
  if (as.uid !== undefined && as.gid !== undefined) chownSync(passwordFile, as.uid, as.gid);
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', SUPERUSER.user, '--pwfile', passwordFile].concat(
      '-A scram-sha-256 -E UTF8 --locale C --no-sync'.split(' '),
    ),
    { ...as, stdio: 'pipe', env: { ...process.env, LC_ALL: 'C' } },
  );
  rmSync(passwordFile);
  const lines = [
    `port = ${String(port)}`,
    "listen_addresses = '127.0.0.1'",
    `unix_socket_directories = ''`,
    'max_connections = 250',
    'shared_buffers = 64MB',
    // A test's data need not outlive the machine.
    ...(settings.some((line) => line.startsWith('fsync'))
      ? []
      : ['fsync = off', 'synchronous_commit = off', 'full_page_writes = off']),
    ...settings,
  ];
  appendFileSync(join(data, 'postgresql.conf'), `${lines.join('\n')}\n`);
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(data, name), text, { mode: 0o600 });
    if (as.uid !== undefined && as.gid !== undefined) chownSync(join(data, name), as.uid, as.gid);
  }
  const server = serverOver(folder, port, as);
  await server.start();
  return server;
}

/** A standby that follows a server, and takes over once it is told to (`pg_promote()`); until then it only reads. */
export async function makeStandby(primary: TestServer): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'first-day-standby-'));
  const port = await freePort();
  const as = unprivileged(folder);
  execFileSync(
    join(programsOfTests(), 'pg_basebackup'),
    [
      '-D',
      join(folder, 'data'),
      '-R',
      '-X',
      'stream',
      '-c',
      'fast',
      '-h',
      '127.0.0.1',
      '-p',
      String(primary.port),
    ],
    { ...as, stdio: 'pipe', env: { ...process.env, PGUSER: SUPERUSER.user, PGPASSWORD: SUPERUSER.password } },
  );
  appendFileSync(join(folder, 'data', 'postgresql.conf'), `port = ${String(port)}\n`);
  const standby = serverOver(folder, port, as);
  await standby.start();
  await untilFollowed(primary);
  return standby;
}

/** From here on what the server has is sent to its standby before it goes: until then it goes without a word. */
async function untilFollowed(primary: TestServer): Promise<void> {
  const client = new pg.Client({ host: '127.0.0.1', port: primary.port, database: 'postgres', ...SUPERUSER });
  await client.connect();
  try {
    for (let tried = 1; tried <= 400; tried += 1) {
      const { rowCount } = await client.query(`SELECT FROM pg_stat_replication WHERE state = 'streaming'`);
      if (rowCount === 1) return;
      await sleep(25);
    }
    throw new Error('The standby of the tests does not follow its server.');
  } finally {
    await client.end();
  }
}

function programsOfTests(): string {
  const programs = postgresPrograms();
  if (programs === undefined) throw new Error('There is no PostgreSQL here.');
  return programs;
}

function serverOver(folder: string, port: number, as: Unprivileged): TestServer {
  const programs = programsOfTests();
  const data = join(folder, 'data');
  let running: ChildProcess | undefined;

  async function stop(how: 'fast' | 'kill' = 'fast'): Promise<void> {
    const child = running;
    running = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    if (how === 'kill') killAll(data, child);
    else child.kill('SIGINT');
    await ended;
  }

  const server: TestServer = {
    port,
    folder,
    place: (database, { user, password } = SUPERUSER) => ({
      servers: [{ host: '127.0.0.1', port }],
      database,
      user,
      password,
      tls: { mode: 'none' },
    }),
    start: async () => {
      // What a killed server's children still hold goes with them in a moment; the next start waits for that.
      for (let tried = 1; ; tried += 1) {
        const child = spawn(join(programs, 'postgres'), ['-D', data], { ...as, stdio: 'ignore' });
        running = child;
        if (await answers(server, child)) return;
        if (tried >= 20) throw new Error('The PostgreSQL of the tests does not start.');
        await sleep(100);
      }
    },
    stop,
    remove: async () => {
      await stop('fast');
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return server;
}

interface Unprivileged {
  readonly uid?: number;
  readonly gid?: number;
}

/** The server refuses to run as root: then it runs as the user that its package made for it, who owns the folder. */
function unprivileged(folder: string): Unprivileged {
  if (process.getuid?.() !== 0) return {};
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((text) => /^(postgres|nobody):/.test(text));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined) throw new Error('There is no user to run PostgreSQL as.');
  chownSync(folder, Number(uid), Number(gid));
  // The folder that the tests of this run have to themselves lets nobody through.
  if (basename(dirname(folder)).startsWith('first-day-')) chmodSync(dirname(folder), 0o711);
  return { uid: Number(uid), gid: Number(gid) };
}

function killAll(data: string, child: ChildProcess): void {
  // Its children die as soon as they notice; killed with it they notice nothing.
  const children = existsSync('/proc') ? childrenOf(child.pid ?? 0) : [];
  child.kill('SIGKILL');
  for (const pid of children) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Gone already.
    }
  }
  rmSync(join(data, 'postmaster.pid'), { force: true });
}

function childrenOf(pid: number): readonly number[] {
  try {
    return readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8')
      .trim()
      .split(' ')
      .filter((text) => text !== '')
      .map(Number);
  } catch {
    return [];
  }
}

async function answers(server: TestServer, child: ChildProcess): Promise<boolean> {
  for (let tried = 1; tried <= 600; tried += 1) {
    if (child.exitCode !== null) return false;
    const client = new pg.Client({
      host: '127.0.0.1',
      port: server.port,
      database: 'postgres',
      ...SUPERUSER,
      connectionTimeoutMillis: 2000,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('SELECT 1');
      return true;
    } catch {
      await sleep(25);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return false;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
