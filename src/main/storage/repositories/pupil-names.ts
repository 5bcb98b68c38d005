import type { SharedViews } from '../schema/shared-views.ts';
import type { Db } from '../store.ts';

/**
 * Pupils by name, for lists of who comes: in a shared database those of other schools who come to our providers too,
 * of whom no more than the name is shown.
 */
export const pupilNames = (db: Db): SharedViews['names'] =>
  // The table has these columns under these names, and more.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  db.shared?.views.names ?? (db.tables.pupils as unknown as SharedViews['names']);
