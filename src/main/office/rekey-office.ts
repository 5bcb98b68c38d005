import { saveKeyFile } from '../security/keys/key-file-place.ts';
import type { KeyFile } from '../security/keys/key-file.ts';
import { rekeyDatabase, type RekeyOrder, type RekeyStep } from '../storage/engines/rekey-database.ts';

export interface OfficeRekeyOrder extends RekeyOrder {
  /** The key file with both keys: written while the database is held, so that nobody tidies it away meanwhile. */
  readonly both: KeyFile;
  /** The key file with the new key alone. */
  readonly after: KeyFile;
}

/** Gives the database its new key, and the key file with it: at every moment the key file has the key the file is under. */
export function rekeyOffice(
  { both, after, ...order }: OfficeRekeyOrder,
  step: (step: RekeyStep | 'keys-written') => void,
): void {
  rekeyDatabase(order, (done) => {
    if (done === 'held') saveKeyFile(order.file, both);
    step(done);
  });
  saveKeyFile(order.file, after);
  step('keys-written');
}
