import { z } from 'zod';
import type { TransferContents } from '#shared/domain/transfer/types.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { canonicalJson } from '../security/canonical-json.ts';
import { refuseFor } from './file-problems.ts';
import { plainText, transferContents } from './pupil-history-schema.ts';
import { sha256 } from './sha256.ts';
import { isSignedBy, signBytes, type SigningKey } from './signing-keys.ts';

export interface TransferFile {
  readonly contents: TransferContents;
  /** The public key whose signature fits; whether it is that school's is for the caller to know. */
  readonly signedBy: string;
  readonly sha256: string;
}

const FAMILY = 'first-day-pupil/';
const FORM = `${FAMILY}1`;

/** A pupil with hundreds of exclusions and long reports has a tenth of it. */
const LARGEST = 4 * 1024 * 1024;

/** 32 and 64 bytes in base64. */
const envelope = z.strictObject({
  form: z.literal(FORM),
  signedBy: z.string().length(44),
  signature: z.string().length(88),
  contents: z.unknown(),
});

/**
 * A pupil's file for the next school: JSON in one writing only (keys in order, no spaces), so that there is one file for
 * what it says, with an Ed25519 signature. It is readable by whoever has it. Refused when something of it has no place
 * in the layout; the layout is in docs/file-formats.md.
 */
export function writeTransferFile(told: TransferContents, signing: SigningKey): Result<Uint8Array> {
  const contents = inPlainText(told);
  const signature = signBytes(signing.secretKey, signedText(signing.publicKey, contents));
  const bytes = Buffer.from(
    `${canonicalJson({
      form: FORM,
      signedBy: signing.publicKey,
      signature: Buffer.from(signature).toString('base64'),
      contents,
    })}\n`,
    'utf8',
  );
  const back = readTransferFile(bytes);
  if (!back.ok) return back;
  if (canonicalJson(back.value.contents) !== canonicalJson(contents)) {
    return refuseFor({
      message: 'A value of this pupil has a form that the file cannot hold.',
      remedy: 'Report it: the file is not written until it says exactly what the record says.',
    });
  }
  return ok(bytes);
}

/** Reads a pupil's file and holds its signature against every byte of it. Refused with what is wrong, or not ours. */
export function readTransferFile(bytes: Uint8Array): Result<TransferFile> {
  if (bytes.length > LARGEST) {
    return refuseFor({
      message: 'The file is larger than any pupil’s file is.',
      remedy: 'Choose the file that the school before wrote for this pupil.',
    });
  }
  const read = parse(bytes);
  const form =
    typeof read?.value === 'object' && read.value !== null && 'form' in read.value ? read.value.form : '';
  if (read === undefined || typeof form !== 'string' || !form.startsWith(FAMILY)) {
    return refuseFor({
      element: 'form',
      message: 'This is no pupil’s file of First Day, or it was damaged on its way.',
      remedy:
        'Choose the file that the school before wrote on the pupil’s page (its name ends in .pupil.json).',
    });
  }
  if (form !== FORM) {
    return refuseFor({
      element: 'form',
      value: form,
      message: 'The file was written by a later version of First Day.',
      remedy: 'Update First Day here, then choose the file again.',
    });
  }
  const outer = envelope.safeParse(read.value);
  if (!outer.success || !read.canonical) return altered();
  const { signedBy, signature, contents } = outer.data;
  const signed = Buffer.from(signature, 'base64');
  // One key and one signature can be written in several ways in base64; only one of them is ours.
  const plain =
    signed.toString('base64') === signature &&
    Buffer.from(signedBy, 'base64').toString('base64') === signedBy;
  if (!plain || !isSignedBy(signedBy, signedText(signedBy, contents), signed)) return altered();
  const inner = transferContents.safeParse(contents);
  if (!inner.success) {
    const [issue] = inner.error.issues;
    return refuseFor({
      element: issue?.path.join('.') ?? 'contents',
      message: `The file is as it was signed, but this part of it cannot be used: ${issue?.message ?? ''}`,
      remedy: 'Tell the school before which part it is, and ask it to write the file again.',
    });
  }
  return ok({ contents: inner.data, signedBy, sha256: sha256(bytes) });
}

function parse(bytes: Uint8Array): { readonly value: unknown; readonly canonical: boolean } | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return { value, canonical: `${canonicalJson(value)}\n` === text };
  } catch {
    // Not JSON, not UTF-8, or nested deeper than anything of ours.
    return undefined;
  }
}

const signedText = (signedBy: string, contents: unknown): Uint8Array =>
  Buffer.from(`${FORM}\n${signedBy}\n${canonicalJson(contents)}`, 'utf8');

const altered = (): Result<never> =>
  refuseFor({
    element: 'signature',
    message:
      'The file is not as the school before signed it: something in it was altered, or it was damaged on its way.',
    remedy:
      'Do not use it. Ask the school before, by telephone, whether and how it sent the file, and for a new one.',
  });

/** Without the characters that somebody pasted in and the file does not hold. */
const inPlainText = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'string' ? plainText(inner) : inner)),
  );
