import type { SharedAbout } from './shared-desk.ts';

/** A shared database as the contract tells of it. */
export const toShared = ({ name, servers, ...about }: SharedAbout) => ({
  ...about,
  servers: [...servers],
  ...(name === undefined ? {} : { name }),
});
