import type { SharedAbout } from '../../features/shared-desk.ts';
import type { JoinFile } from './join-file.ts';

/** What a join file says, for people. */
export const aboutJoined = ({ name, database, servers, tls }: JoinFile): SharedAbout => ({
  name,
  database,
  servers: servers.map(({ host, port }) => (port === 5432 ? host : `${host}:${String(port)}`)),
  certificate: tls.mode === 'none' ? 'none' : tls.ca === undefined ? 'known' : 'own',
});
