import { findWithoutSecret, findWithSecret, type FoundKey } from '../security/keys/find-data-keys.ts';
import type { KeyFile } from '../security/keys/key-file.ts';
import type { Secret, SystemKeyStore } from '../security/keys/slots.ts';
import { opensWith } from '../storage/engines/look-at-file.ts';

/** Which of the keys at hand is the file's. */
export type KeyChoice =
  | { readonly kind: 'opens'; readonly found: FoundKey }
  /** Every key there is was read, and none opens the file: it is damaged. The newest is given for what can be saved. */
  | { readonly kind: 'broken'; readonly found: FoundKey }
  /** Keys are missing that nobody has opened. */
  | { readonly kind: 'none' };

export const chooseSilently = (
  file: string,
  keyFiles: readonly KeyFile[],
  system: SystemKeyStore | undefined,
): KeyChoice =>
  choose(
    file,
    keyFiles,
    keyFiles.flatMap((keys) => findWithoutSecret(keys, system)),
  );

export async function chooseWith(
  file: string,
  keyFiles: readonly KeyFile[],
  secret: Secret,
): Promise<KeyChoice> {
  const found: FoundKey[] = [];
  for (const keys of keyFiles) found.push(...(await findWithSecret(keys, secret)));
  return choose(file, keyFiles, found);
}

function choose(file: string, keyFiles: readonly KeyFile[], found: readonly FoundKey[]): KeyChoice {
  const fits = found.find(({ key }) => opensWith(file, key));
  if (fits) return { kind: 'opens', found: fits };
  const [newest] = found;
  const known = new Set(found.map(({ keyId }) => keyId));
  const all = keyFiles.flatMap(({ keys }) => keys).every(({ id }) => known.has(id));
  return newest && all ? { kind: 'broken', found: newest } : { kind: 'none' };
}
