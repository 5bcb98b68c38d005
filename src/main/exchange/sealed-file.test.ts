import { Decrypter, Encrypter } from 'age-encryption';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { isSealKey, keyFingerprint, makeSealKey, type SealKey } from './seal-keys.ts';
import { looksSealed, openSealed, sealReturn } from './sealed-file.ts';
import { makeSigningKey } from './signing-keys.ts';

const META = { fileName: '2014001_exclusions_SPR2026_001.xml', laEstab: '2014001' };
const signing = makeSigningKey();
const content = Buffer.from('<Message>…</Message>', 'utf8');

let authority: SealKey;
let other: SealKey;

beforeAll(async () => {
  authority = await makeSealKey();
  other = await makeSealKey();
});

const seal = (bytes: Uint8Array = content, recipient = authority.publicKey) =>
  sealReturn(bytes, META, { recipient, signing });

const ageOnly = (text: string) => {
  const encrypter = new Encrypter();
  encrypter.addRecipient(authority.publicKey);
  return encrypter.encrypt(Buffer.from(text, 'utf8'));
};

const located = (element: string) => ({
  ok: false,
  error: { code: 'unreadable-file', problems: [{ severity: 'error', element }] },
});

describe('a sealed return', () => {
  it('opens with the authority’s key, byte for byte, and says who sealed it', async () => {
    const sealed = await seal();
    expect(looksSealed(sealed)).toBe(true);
    const opened = await openSealed(sealed, [other.secretKey, authority.secretKey]);
    expect(opened).toMatchObject({ ok: true, value: { ...META, signedBy: signing.publicKey } });
    expect(opened.ok && Buffer.from(opened.value.bytes)).toEqual(content);
  });

  it('gives back whatever bytes were sealed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
        const opened = await openSealed(await seal(bytes), [authority.secretKey]);
        expect(opened.ok && Buffer.from(opened.value.bytes).equals(bytes)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('shows nothing of the pupils or the school', async () => {
    const text = Buffer.from(await seal()).toString('latin1');
    expect(text).not.toContain('2014001');
    expect(text).not.toContain('Message');
    expect(text).not.toContain(signing.publicKey);
  });

  it('names itself with nothing that a screen or a terminal obeys', async () => {
    const fileName = `2014001\u001b[2K\u202elmx.exe\n${'x'.repeat(300)}`;
    const keys = { recipient: authority.publicKey, signing };
    const opened = await openSealed(await sealReturn(content, { ...META, fileName }, keys), [
      authority.secretKey,
    ]);
    const name = opened.ok ? opened.value.fileName : '';
    expect(name).toMatch(/^2014001 \[2K lmx\.exe x+$/);
    expect(name.length).toBeLessThanOrEqual(200);
  });

  it('does not open with another key', async () => {
    expect(await openSealed(await seal(), [other.secretKey])).toMatchObject(located('recipient'));
    expect(await openSealed(await seal(), [])).toMatchObject(located('recipient'));
  });

  it('is refused when a single byte of it was altered or its end is missing', async () => {
    const sealed = await seal();
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: sealed.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          const altered = Uint8Array.from(sealed);
          altered[at] = (altered[at] ?? 0) ^ change;
          expect((await openSealed(altered, [authority.secretKey])).ok).toBe(false);
        },
      ),
      { numRuns: 100 },
    );
    for (const length of [0, 10, 100, sealed.length - 1]) {
      expect((await openSealed(sealed.subarray(0, length), [authority.secretKey])).ok).toBe(false);
    }
  });

  it('is refused when somebody opened it and sealed it anew for another reader', async () => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(other.secretKey);
    const inside = await decrypter.decrypt(await seal(content, other.publicKey));
    const forged = await ageOnly(Buffer.from(inside).toString('utf8'));
    expect(await openSealed(forged, [authority.secretKey])).toMatchObject(located('signature'));
  });

  it('is refused when what is inside was altered before it was encrypted', async () => {
    const head = JSON.stringify({
      form: 'first-day-sealed/1',
      ...META,
      signedBy: signing.publicKey,
      signature: Buffer.alloc(64, 7).toString('base64'),
    });
    const forged = await ageOnly(`${head}\n<Message/>`);
    expect(await openSealed(forged, [authority.secretKey])).toMatchObject(located('signature'));
  });

  it.each([
    ['no head', 'no line end at all'],
    ['a head that is no JSON', 'head\nbody'],
    ['another form', '{"form":"other/1"}\nbody'],
    ['a head with a part missing', '{"form":"first-day-sealed/1","fileName":"a"}\nbody'],
  ])('is refused with %s', async (_name, text) => {
    expect(await openSealed(await ageOnly(text), [authority.secretKey])).toMatchObject(located('head'));
  });

  it('is told from a file that is not sealed', async () => {
    expect(looksSealed(content)).toBe(false);
    expect(await openSealed(content, [authority.secretKey])).toMatchObject(located('envelope'));
  });
});

describe('keys', () => {
  it('a public key is known by its form and its check letters', () => {
    expect(isSealKey(authority.publicKey)).toBe(true);
    expect(isSealKey(authority.secretKey)).toBe(false);
    const last = authority.publicKey.at(-1) === 'q' ? 'p' : 'q';
    expect(isSealKey(`${authority.publicKey.slice(0, -1)}${last}`)).toBe(false);
    expect(isSealKey('age1')).toBe(false);
  });

  it('a fingerprint is short, the same each time, and another for another key', () => {
    expect(keyFingerprint(authority.publicKey)).toMatch(/^([0-9A-F]{4} ){7}[0-9A-F]{4}$/);
    expect(keyFingerprint(authority.publicKey)).toBe(keyFingerprint(authority.publicKey));
    expect(keyFingerprint(authority.publicKey)).not.toBe(keyFingerprint(other.publicKey));
  });
});
