/**
 * How many rows an audit chain has room for. In a shared database the ids of a school's chain begin at its workspace's
 * number times this; what the hashes cover is the number of the row in its chain, so that a chain can be moved.
 */
export const CHAIN_LENGTH = 1_000_000_000;

/** The id that a workspace's chain begins after. */
export const chainStart = (workspace: number): number => workspace * CHAIN_LENGTH;

/** The number of a row in its chain: its id on one PC. */
export const inChain = (id: number): number => id % CHAIN_LENGTH;
