import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import { once } from 'node:events';

/** Where a page could send something to, on this machine; what came is in `heard`. */
export interface Listener {
  readonly at: { readonly http: string; readonly ws: string; readonly stun: string; readonly turn: string };
  readonly heard: readonly string[];
  close(): Promise<void>;
}

/** Listens on a port of its own for any connection and any datagram; it answers nothing. */
export async function listenForAnything(): Promise<Listener> {
  const heard: string[] = [];
  const server = createServer((socket) => {
    heard.push('a connection');
    socket.on('data', (data) => heard.push(data.toString('latin1').slice(0, 80)));
    socket.on('error', () => undefined);
    socket.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port to listen on.');
  const at = `127.0.0.1:${String(address.port)}`;
  const datagrams = createSocket('udp4', (data) => heard.push(`a datagram of ${String(data.length)} bytes`));
  datagrams.bind(address.port, '127.0.0.1');
  await once(datagrams, 'listening');
  return {
    at: { http: `http://${at}`, ws: `ws://${at}`, stun: `stun:${at}`, turn: `turn:${at}?transport=tcp` },
    heard,
    close: async () => {
      datagrams.close();
      server.close();
      await once(server, 'close');
    },
  };
}
