import { hostname } from 'node:os';
import { join } from 'node:path';

/** A second place for backups, as this PC's settings have it. Instants are UTC ISO. */
export interface SecondPlace {
  /** The folder somebody chose. */
  readonly folder: string;
  readonly chosenAt: string;
  readonly lastOkAt?: string | undefined;
  readonly failedAt?: string | undefined;
  /** The sentence of the last failure. */
  readonly why?: string | undefined;
}

/** Where this PC's backups lie in the folder that was chosen: several PCs may have one share. */
export const placeIn = (folder: string): string =>
  join(folder, `First Day backups of ${hostname().replaceAll(/[^\w.-]/g, '_') || 'this PC'}`);
