import { afterEach, beforeEach, expect, it } from 'vitest';
import { sealReturn } from '#main/exchange/sealed-file.ts';
import { makeSigningKey, type SigningKey } from '#main/exchange/signing-keys.ts';
import {
  fileText,
  openAuthorityApp,
  sentReturn,
  type AuthorityApp,
} from '../../../../tests/builders/return-authority.ts';

let app: AuthorityApp;

beforeEach(async () => {
  app = await openAuthorityApp();
  await app.must('authority.make-seal-key', {});
});

afterEach(() => app.close());

const CONTENT = Buffer.from(fileText('return.xml', sentReturn([[1, 'SUSP', '2025-11-10', 5]])));
const LATER = Buffer.from(
  fileText('return.xml', sentReturn([[1, 'SUSP', '2025-11-10', 6]], { createdAt: '2026-01-20T10:00:00' })),
);

async function sealed(
  signing: SigningKey,
  laEstab = '2014001',
  content: Uint8Array = CONTENT,
): Promise<Uint8Array> {
  const [key] = (await app.must('authority.seal-keys', {})).ours;
  return sealReturn(
    content,
    { fileName: 'return.xml', laEstab },
    { recipient: key?.publicKey ?? '', signing },
  );
}

it('a sealed return is opened with the authority’s key, taken, and known to have come sealed', async () => {
  const signing = makeSigningKey();
  expect(await app.importPaths(app.put('return.xml.sealed', await sealed(signing)))).toMatchObject([
    { fileName: 'return.xml.sealed/return.xml', outcome: 'imported' },
  ]);
  expect((await app.must('authority.received', {})).files).toMatchObject([
    { sealed: true, laEstab: '2014001' },
  ]);
  // Sealed anew it has other bytes, and holds the same return.
  expect(await app.importPaths(app.put('again.sealed', await sealed(signing)))).toMatchObject([
    { outcome: 'duplicate' },
  ]);
});

it('a sealed return is refused when it says it is of another school than the one that sealed it', async () => {
  expect(
    await app.importPaths(app.put('return.xml.sealed', await sealed(makeSigningKey(), '2014002'))),
  ).toMatchObject([
    {
      outcome: 'refused',
      message: expect.stringContaining('sealed by school 2014002 and says that it is of 2014001'),
    },
  ]);
  expect(await app.kept()).toEqual({ returns: 0, exclusions: 0 });
});

it('a sealed return of another school is no more taken when it is tried again', async () => {
  await app.importPaths(app.put('return.xml.sealed', await sealed(makeSigningKey(), '2014002')));
  const { files } = await app.must('authority.quarantine', {});
  expect(files).toMatchObject([{ fileName: 'return.xml.sealed', mappable: false }]);
  const again = await app.must('authority.retry-quarantined', { ids: files.map(({ id }) => id) });
  expect(again.totals).toMatchObject({ refused: 1, imported: 0 });
  expect(await app.kept()).toEqual({ returns: 0, exclusions: 0 });
});

it('a sealed return that waited for its key leaves the list once it is taken', async () => {
  await app.importPaths(app.put('first.sealed', await sealed(makeSigningKey())));
  await app.importPaths(app.put('other.sealed', await sealed(makeSigningKey(), '2014001', LATER)));
  const changed = (await app.must('authority.seal-keys', {})).schools.find(
    ({ state }) => state === 'changed',
  );
  await app.must('authority.confirm-school-key', { keyId: changed?.id ?? '' });
  const { files } = await app.must('authority.quarantine', {});
  const again = await app.must('authority.retry-quarantined', { ids: files.map(({ id }) => id) });
  expect(again.totals).toMatchObject({ replaced: 1 });
  expect((await app.must('authority.quarantine', {})).files).toEqual([]);
});

it('a sealed return that cannot be opened is kept as it came', async () => {
  const bytes = Buffer.from(await sealed(makeSigningKey()));
  bytes[bytes.length - 3] = (bytes.at(-3) ?? 0) ^ 1;
  expect(await app.importPaths(app.put('damaged.sealed', bytes))).toMatchObject([{ outcome: 'refused' }]);
  expect((await app.must('authority.quarantine', {})).files).toMatchObject([
    { size: bytes.length, kept: true },
  ]);
});
