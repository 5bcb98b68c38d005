import { afterAll, beforeAll, expect, it } from 'vitest';
import { applyRights } from '#main/storage/shared/apply-rights.ts';
import { scramVerifier } from '#main/storage/shared/scram.ts';
import { makeSharedDatabase, type SharedDatabase } from '../builders/shared-database.ts';

let shared: SharedDatabase;

beforeAll(async () => {
  shared = await makeSharedDatabase();
});
afterAll(() => shared.close());

it('whoever is made a person gets in with the password, and the rights can be applied again', async () => {
  await shared.add({ name: 'Ada Admin', roles: ['administrator'] });
  await applyRights(shared.owner, shared.place.database);
  const ada = await shared.connect('Ada Admin');
  const { rows } = await ada.query('SELECT rights.my_name() AS name');
  expect(rows).toEqual([{ name: 'Ada Admin' }]);
  await expect(shared.connect('Ada Admin', 'another one')).rejects.toThrow('password');
});

it('the verifier is the one that the server itself makes of a password', async () => {
  await shared.owner.query(
    `CREATE ROLE "${shared.place.database}.x" LOGIN PASSWORD 'four small \u00e9 kettles'`,
  );
  const { rows } = await shared.owner.query<{ kept: string }>(
    'SELECT rolpassword AS kept FROM pg_authid WHERE rolname = $1',
    [`${shared.place.database}.x`],
  );
  const kept = rows[0]?.kept ?? '';
  const [, iterations, salt] = /^SCRAM-SHA-256\$(\d+):([^$]+)\$/.exec(kept) ?? [];
  const own = await scramVerifier('four small e\u0301 kettles', {
    salt: Buffer.from(salt ?? '', 'base64'),
    iterations: Number(iterations),
  });
  expect(own).toBe(kept);
});
