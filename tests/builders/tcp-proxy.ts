import { connect, createServer, type Socket } from 'node:net';

/** What a proxy does with what passes through it. */
export interface ProxyRules {
  /** Called with every piece on its way to the server; 'cut' cuts before it is handed on. */
  readonly toServer?: (bytes: Buffer) => 'pass' | 'cut' | 'swallow-answer' | 'stall';
}

/** A TCP proxy in front of a server of the tests. */
export interface TcpProxy {
  readonly port: number;
  /** Connections that were made through it. */
  made(): number;
  /** From now on, also for connections there are. */
  behave(rules: ProxyRules): void;
  /** Nothing goes either way any more, and nobody is told: a pulled cable. New connections hang too. */
  stall(): void;
  /** Everything is as before; what was stalled stays dead. */
  heal(): void;
  /** Ends every connection at once. */
  cut(): void;
  /** New connections are refused until it is healed. */
  refuse(): void;
  close(): Promise<void>;
}

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
  /** Not even its end is handed on. */
  dead: boolean;
  /** The next answer cuts the connection instead of arriving. */
  swallowing: boolean;
}

/** Listens on this PC and hands everything to `target`. */
export async function makeTcpProxy(target: number): Promise<TcpProxy> {
  const pairs = new Set<Pair>();
  let rules: ProxyRules = {};
  let state: 'open' | 'stalled' | 'refusing' = 'open';
  let made = 0;

  const end = (pair: Pair) => {
    pairs.delete(pair);
    pair.client.destroy();
    pair.server.destroy();
  };

  const listener = createServer((client) => {
    client.on('error', () => undefined);
    if (state === 'refusing') {
      client.resetAndDestroy();
      return;
    }
    made += 1;
    const server = connect(target, '127.0.0.1');
    const pair: Pair = { client, server, dead: state === 'stalled', swallowing: false };
    pairs.add(pair);
    server.on('error', () => undefined);
    client.on('data', (bytes) => {
      if (pair.dead) return;
      const what = rules.toServer?.(bytes) ?? 'pass';
      if (what === 'cut') end(pair);
      else if (what === 'stall') pair.dead = true;
      else {
        pair.swallowing = what === 'swallow-answer';
        server.write(bytes);
      }
    });
    server.on('data', (bytes) => {
      if (pair.dead) return;
      if (pair.swallowing) end(pair);
      else client.write(bytes);
    });
    for (const side of [client, server]) side.on('close', () => (pair.dead ? undefined : end(pair)));
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const cut = () => [...pairs].forEach(end);

  return {
    port,
    made: () => made,
    behave: (wanted) => (rules = wanted),
    stall: () => {
      state = 'stalled';
      for (const pair of pairs) pair.dead = true;
    },
    heal: () => {
      state = 'open';
      rules = {};
    },
    cut,
    refuse: () => (state = 'refusing'),
    close: () => {
      cut();
      return new Promise((resolve) => listener.close(() => resolve()));
    },
  };
}
