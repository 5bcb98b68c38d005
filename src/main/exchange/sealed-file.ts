import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';
import { refuse, type Result } from '#shared/kernel/result.ts';
import { showPath } from './show-path.ts';
import { isSignedBy, signBytes, type SigningKey } from './signing-keys.ts';

/** A sealed file has its return's name with this behind it. */
export const SEALED_ENDING = '.sealed';

export interface SealedMeta {
  /** The return's own file name; of an opened file, fit to be shown. */
  readonly fileName: string;
  /** The school that seals it, seven figures. */
  readonly laEstab: string;
}

export interface OpenedSeal extends SealedMeta {
  /** The return's file, byte for byte. */
  readonly bytes: Uint8Array;
  /** The school's public signing key, whose signature fits; whether it is that school's is for the caller to know. */
  readonly signedBy: string;
}

interface Head extends SealedMeta {
  readonly signedBy: string;
  readonly signature: string;
}

const AGE_START = 'age-encryption.org/v1\n';
const FORM = 'first-day-sealed/1';
const NEW_LINE = 0x0a;

/** A head of names and keys is never longer than this, in bytes. */
const LONGEST_HEAD = 4096;

/** Whether the bytes begin as a sealed file does. Other programs' age files do too. */
export const looksSealed = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, AGE_START.length)).toString('latin1') === AGE_START;

/**
 * The return in an envelope that only the authority opens and that shows which school sealed it: signed (Ed25519), then
 * encrypted with the signature inside (age, X25519). The layout is in docs/file-formats.md. Encrypting draws lots, so
 * the same return gives other bytes each time.
 */
export async function sealReturn(
  bytes: Uint8Array,
  { fileName, laEstab }: SealedMeta,
  keys: { readonly recipient: string; readonly signing: SigningKey },
): Promise<Uint8Array> {
  const { recipient, signing } = keys;
  const said = { fileName, laEstab, signedBy: signing.publicKey };
  const signature = signBytes(signing.secretKey, signedText(said, recipient, bytes));
  const head: Head & { readonly form: string } = {
    form: FORM,
    ...said,
    signature: Buffer.from(signature).toString('base64'),
  };
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`, 'utf8'), bytes]));
}

/** Opens a sealed file with whichever of the secret keys fits. Refused, saying which part of the envelope is at fault. */
export async function openSealed(
  sealed: Uint8Array,
  ageSecrets: readonly string[],
): Promise<Result<OpenedSeal>> {
  if (!looksSealed(sealed)) return refused('envelope', 'This is not a sealed return.', ASK_AGAIN);
  const inside = await decrypt(sealed, ageSecrets);
  if (!inside.ok) return inside;
  const cut = inside.value.subarray(0, LONGEST_HEAD).indexOf(NEW_LINE);
  const head = cut < 0 ? undefined : readHead(inside.value.subarray(0, cut));
  if (head === undefined) {
    return refused(
      'head',
      'It was encrypted for this authority, but not by First Day as a return.',
      ASK_AGAIN,
    );
  }
  const bytes = inside.value.subarray(cut + 1);
  const signature = Buffer.from(head.signature, 'base64');
  for (const secret of ageSecrets) {
    const text = signedText(head, await identityToRecipient(secret), bytes);
    if (!isSignedBy(head.signedBy, text, signature)) continue;
    const { laEstab, signedBy } = head;
    // Whoever sealed it chose the name; it is shown in lists and printed by the command line.
    return { ok: true, value: { bytes, fileName: showPath(head.fileName), laEstab, signedBy } };
  }
  return refused(
    'signature',
    'The signature does not fit: what is inside is not what was signed, or it was signed for somebody else.',
    'Do not use it. Ask the school, by telephone, whether and how it sent the file.',
  );
}

async function decrypt(sealed: Uint8Array, ageSecrets: readonly string[]): Promise<Result<Uint8Array>> {
  const decrypter = new Decrypter();
  for (const secret of ageSecrets) decrypter.addIdentity(secret);
  try {
    return { ok: true, value: await decrypter.decrypt(sealed) };
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('no identity matched')) {
      return refused(
        'recipient',
        'It is sealed for another key than ours, so it cannot be opened here.',
        'Send the school your public key again, from Keys, and ask it to seal the return for that one.',
      );
    }
    return refused('contents', 'It was altered or cut short on its way and cannot be opened.', ASK_AGAIN);
  }
}

/**
 * What is signed: the head as it is said, whom it is for and the return itself. The recipient is in it so that nobody
 * can seal a school's signed return anew for somebody else.
 */
function signedText(
  { fileName, laEstab, signedBy }: Omit<Head, 'signature'>,
  recipient: string,
  bytes: Uint8Array,
): Uint8Array {
  const said = JSON.stringify([FORM, recipient, fileName, laEstab, signedBy]);
  return Buffer.concat([Buffer.from(`${said}\n`, 'utf8'), bytes]);
}

function readHead(bytes: Uint8Array): Head | undefined {
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
  if (typeof read !== 'object' || read === null) return undefined;
  const parts = new Map<string, unknown>(Object.entries(read));
  const text = (name: keyof Head): string => {
    const part = parts.get(name);
    return typeof part === 'string' ? part : '';
  };
  const head = {
    fileName: text('fileName'),
    laEstab: text('laEstab'),
    signedBy: text('signedBy'),
    signature: text('signature'),
  };
  const whole = parts.get('form') === FORM && head.fileName !== '' && /^\d{7}$/.test(head.laEstab);
  return whole ? head : undefined;
}

const ASK_AGAIN = 'Ask the school to make the sealed return again and to send it unchanged.';

const refused = (element: string, message: string, remedy: string) =>
  refuse('unreadable-file', message, { problems: [{ severity: 'error', element, message, remedy }] });
