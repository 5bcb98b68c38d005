import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dispatch } from '#main/api/dispatch.ts';
import { handlers } from '#main/api/handlers.ts';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import type { TestApp } from '../../../../tests/builders/app.ts';
import { openAuthorityApp } from '../../../../tests/builders/return-authority.ts';
import { openReturnApp } from '../../../../tests/builders/return-school.ts';
import { sealReturn } from '../../exchange/sealed-file.ts';
import { makeSigningKey, type SigningKey } from '../../exchange/signing-keys.ts';
import type { Result } from '#shared/kernel/result.ts';
import { openSealedReturn, type OpenedReturn } from '../sealed-return.ts';

let authority: TestApp;
let school: TestApp;

beforeEach(async () => {
  authority = await openAuthorityApp();
  school = await openReturnApp();
});

afterEach(() => Promise.all([authority.close(), school.close()]));

const content = Buffer.from('a return', 'utf8');

const seal = async (signing: SigningKey, laEstab = '2014001') => {
  const [key] = (await authority.must('authority.seal-keys', {})).ours;
  if (!key) throw new Error('no key');
  return sealReturn(content, { fileName: 'return.xml', laEstab }, { recipient: key.publicKey, signing });
};

/** Opens as an import does: with the context of that command. */
async function open(sealed: Uint8Array): Promise<Result<OpenedReturn>> {
  const opened: Result<OpenedReturn>[] = [];
  await dispatch(
    authority.services,
    {
      ...handlers,
      'authority.import': async (context) => {
        opened.push(await openSealedReturn(context, sealed));
        return { ok: false, error: { code: 'refused', message: 'Only opened.' } };
      },
    },
    { userName: 'Test Person', role: 'authority' },
    'authority.import',
    { fileIds: ['any'] },
  );
  if (!opened[0]) throw new Error('not opened');
  return opened[0];
}

const schoolKeys = async () => (await authority.must('authority.seal-keys', {})).schools;

describe('the authority’s keys', () => {
  it('are made by the authority; the secret half never leaves', async () => {
    const made = await authority.must('authority.make-seal-key', {});
    expect(made.publicKey).toMatch(/^age1/);
    const keys = await authority.must('authority.seal-keys', {});
    expect(keys).toMatchObject({ ours: [{ ...made, retired: false, addedBy: 'Test Person' }], schools: [] });
    expect(JSON.stringify(keys)).not.toContain('SECRET');
    expect(await auditOf(authority, 'authority.make-seal-key')).toMatchObject([
      { subjectType: 'authority-key', detail: { fingerprint: made.fingerprint } },
    ]);
  });

  it('open what was sealed for them also after they were taken out of use', async () => {
    const { id } = await authority.must('authority.make-seal-key', {});
    const sealed = await seal(makeSigningKey());
    await authority.must('authority.retire-seal-key', { keyId: id });
    expect(await open(sealed)).toMatchObject({ ok: true, value: { fileName: 'return.xml' } });
    expect((await authority.must('authority.seal-keys', {})).ours).toMatchObject([{ retired: true }]);
  });

  it('are asked for when there is none to open a file with', async () => {
    await authority.must('authority.make-seal-key', {});
    const sealed = await seal(makeSigningKey());
    const other = await openAuthorityApp();
    [authority] = [other, await authority.close()];
    expect(await open(sealed)).toMatchObject({ ok: false, error: { code: 'not-set-up' } });
  });

  it('are for the authority', async () => {
    for (const role of ['recorder', 'decider', 'provider-staff', 'governor-clerk'] as const) {
      for (const result of [
        await authority.run('authority.seal-keys', {}, role),
        await authority.run('authority.make-seal-key', {}, role),
        await authority.run('authority.confirm-school-key', { keyId: 'any' }, role),
        await authority.run('authority.retire-seal-key', { keyId: 'any' }, role),
      ]) {
        expect(result).toMatchObject({ ok: false, error: { code: 'not-permitted' } });
      }
    }
  });
});

describe('a school’s signing key', () => {
  beforeEach(() => authority.must('authority.make-seal-key', {}));

  it('is taken the first time it comes, and stays unconfirmed until somebody confirms it', async () => {
    const signing = makeSigningKey();
    const opened = await open(await seal(signing));
    expect(opened).toMatchObject({
      ok: true,
      value: { laEstab: '2014001', fileName: 'return.xml', confirmed: false },
    });
    expect(opened.ok && content.equals(opened.value.bytes)).toBe(true);
    const [key] = await schoolKeys();
    expect(key).toMatchObject({ laEstab: '2014001', state: 'new' });
    expect(await auditOf(authority, 'authority.import')).toMatchObject([
      { subjectType: 'school-key', subjectId: '2014001' },
    ]);
    await authority.must('authority.confirm-school-key', { keyId: key?.id ?? '' });
    expect(await schoolKeys()).toMatchObject([{ state: 'confirmed', confirmedBy: 'Test Person' }]);
    expect(await open(await seal(signing))).toMatchObject({ ok: true, value: { confirmed: true } });
    expect(await schoolKeys()).toHaveLength(1);
  });

  it('is refused when it is another than before, until it is confirmed; then the former is refused', async () => {
    const [former, later] = [makeSigningKey(), makeSigningKey()];
    await open(await seal(former));
    const refused = await open(await seal(later));
    const keys = await schoolKeys();
    expect(keys.map(({ state }) => state)).toEqual(['new', 'changed']);
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'refused', problems: [{ element: 'signature', value: keys[1]?.fingerprint }] },
    });
    await authority.must('authority.confirm-school-key', { keyId: keys[1]?.id ?? '' });
    expect(await open(await seal(later))).toMatchObject({ ok: true, value: { confirmed: true } });
    expect((await open(await seal(former))).ok).toBe(false);
    expect((await schoolKeys()).map(({ state }) => state)).toEqual(['retired', 'confirmed']);
  });

  it('is refused for another school than its own', async () => {
    const signing = makeSigningKey();
    await open(await seal(signing));
    expect(await open(await seal(signing, '2014002'))).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('of another') },
    });
  });

  it('is refused once it was taken out of use, and cannot be confirmed then', async () => {
    const signing = makeSigningKey();
    await open(await seal(signing));
    const keyId = (await schoolKeys())[0]?.id ?? '';
    await authority.must('authority.retire-seal-key', { keyId });
    expect((await open(await seal(signing))).ok).toBe(false);
    expect((await authority.run('authority.confirm-school-key', { keyId })).ok).toBe(false);
  });

  it('is asked about where the only one before was taken out of use', async () => {
    await authority.must('authority.make-seal-key', {});
    await open(await seal(makeSigningKey()));
    const [{ id: keyId } = { id: '' }] = await schoolKeys();
    await authority.must('authority.retire-seal-key', { keyId });
    const next = await seal(makeSigningKey());
    expect(await open(next)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('another key than this school’s returns before') },
    });
    const [, changed] = await schoolKeys();
    expect(changed?.state).toBe('changed');
    await authority.must('authority.confirm-school-key', { keyId: changed?.id ?? '' });
    expect(await open(next)).toMatchObject({ ok: true, value: { confirmed: true } });
  });

  it('that nobody knows cannot be confirmed or retired', async () => {
    for (const name of ['authority.confirm-school-key', 'authority.retire-seal-key'] as const) {
      expect(await authority.run(name, { keyId: 'none' })).toMatchObject({
        ok: false,
        error: { code: 'not-found' },
      });
    }
  });
});

describe('a school that seals', () => {
  it('has the authority’s key and one of its own once it was given that', async () => {
    expect(await school.must('returns.sealing', {})).toEqual({});
    const { publicKey, fingerprint } = await authority.must('authority.make-seal-key', {});
    await school.must('returns.set-sealing', { authorityKey: ` ${publicKey}\n` });
    const first = await school.must('returns.sealing', {});
    expect(first.authority).toEqual({ publicKey, fingerprint });
    expect(first.signing?.fingerprint).toMatch(/^[0-9A-F]{4} /);
    expect(await auditOf(school, 'returns.set-sealing')).toMatchObject([
      { detail: { before: null, after: fingerprint } },
    ]);

    const other = await authority.must('authority.make-seal-key', {});
    await school.must('returns.set-sealing', { authorityKey: other.publicKey });
    await school.must('returns.set-sealing', { authorityKey: null });
    expect(await school.must('returns.sealing', {})).toEqual({ signing: first.signing });
    await school.must('returns.set-sealing', { authorityKey: publicKey });
    expect(await school.must('returns.sealing', {})).toEqual(first);
  });

  it('refuses what is no public key, and a secret one', async () => {
    for (const authorityKey of ['', 'age1abc', 'AGE-SECRET-KEY-1QQQQ']) {
      expect(await school.run('returns.set-sealing', { authorityKey })).toMatchObject({
        ok: false,
        error: { code: 'invalid-input', fields: [{ path: 'authorityKey' }] },
      });
    }
    expect(await school.must('returns.sealing', {})).toEqual({});
  });

  it('lets a governors’ clerk look and change nothing', async () => {
    expect((await school.run('returns.sealing', {}, 'governor-clerk')).ok).toBe(true);
    expect(await school.run('returns.set-sealing', { authorityKey: null }, 'governor-clerk')).toMatchObject({
      ok: false,
      error: { code: 'not-permitted' },
    });
  });
});
