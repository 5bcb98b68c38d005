import { newKeyFile } from '#main/security/keys/key-file.ts';
import { saveKeyFile } from '#main/security/keys/key-file-place.ts';

const MADE_AT = '2025-11-12T12:00:00.000Z';

/** Lets any program open a test's database, the command line and the window among them. */
export const writeOpenKeys = (database: string, key: string): void =>
  saveKeyFile(
    database,
    newKeyFile('test-database', [
      { id: 'test-key', madeAt: MADE_AT, slots: [{ kind: 'open', madeAt: MADE_AT, key }] },
    ]),
  );
