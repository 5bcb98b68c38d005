import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SharedDatabase } from '../builders/shared-database.ts';
import { SURNAME } from '../builders/shared-rows.ts';
import { DENIED, makeAttackers, tried, type Attackers, type Row } from './attackers.ts';

let attackers: Attackers;
let shared: SharedDatabase;

beforeAll(async () => {
  attackers = await makeAttackers();
  shared = attackers.shared;
}, 120_000);
afterAll(() => attackers.close());

const as = (who: string): pg.Client => attackers.as(who);

it('provider staff see by name who comes to them, of every school, and that is all', async () => {
  const una = as('Una Unit');
  const { rows } = await una.query<{ surname: string }>('SELECT surname FROM pupil_names ORDER BY surname');
  expect(rows.map(({ surname }) => surname)).toEqual([SURNAME.a, SURNAME.b]);
  const { rows: places } = await una.query<{ id: string }>('SELECT id FROM places ORDER BY id');
  expect(places.map(({ id }) => id)).toEqual(['a-guest-place', 'b-guest-place']);
  const upns = await una.query('SELECT 1 FROM pupils');
  expect(upns.rowCount).toBe(0);
  for (const change of [
    `state = 'cancelled', ended_reason = 'x', ended_code = 'other'`,
    `pupil_id = 'a-p'`,
  ]) {
    const { code } = await tried(una, `UPDATE places SET ${change} WHERE id = 'a-guest-place'`);
    expect([change, code === DENIED || code === '23514']).toEqual([change, true]);
  }
});

it('of another school’s place it is seen that it is taken, and nothing that leads to a pupil', async () => {
  const { rows } = await as('R').query<Row>('SELECT * FROM others_places');
  expect(rows).toEqual([
    {
      id: expect.stringMatching(/^other-[0-9a-f]{32}$/),
      pupil_id: expect.stringMatching(/^other-[0-9a-f]{32}$/),
      provider_id: 'pru',
      date: '2025-11-13',
      slot: 'am',
      state: 'booked',
      held_until: null,
      pupil_group: 'secondary',
    },
  ]);
});

it('a guest is kept by the school that recorded them, and is nobody’s else', async () => {
  const client = as('R');
  await client.query(
    `INSERT INTO pupils (id, school_id, kept_by, upn, surname, forename, sex, dob, in_care, search_text, version, updated_at)
     VALUES ('guest', 'b', 'b', 'B000000000001', 'Guest', 'Jo', 'F', '2012-03-04', false, '', 1, 'x')`,
  );
  expect((await tried(client, `SELECT 1 FROM pupils WHERE id = 'guest' AND kept_by = 'a'`)).count).toBe(1);
  const birch = as('Person B');
  expect((await tried(birch, `SELECT 1 FROM pupils WHERE id = 'guest'`)).count).toBe(0);
  expect((await tried(birch, `SELECT 1 FROM pupil_names WHERE id = 'guest'`)).count).toBe(0);
  expect((await tried(client, `UPDATE pupils SET kept_by = 'b' WHERE id = 'guest'`)).code).toBe('23514');
  await shared.owner.query(`DELETE FROM pupils WHERE id = 'guest'`);
});

it('who records drafts, and only who decides issues', async () => {
  const issue = `UPDATE exclusions SET state = 'issued' WHERE id = 'a-draft'`;
  expect((await tried(as('R'), issue)).code).toBe(DENIED);
  expect((await tried(as('D'), issue)).count).toBe(1);
});

it('nobody writes in somebody else’s name into the audit trail, or anywhere but at its end', async () => {
  const write = (letter: string, name: string, chain: number, id: number) =>
    tried(
      as(letter),
      `INSERT INTO audit (id, at, user_name, role, operation, user_id, prev_hash, hash)
       VALUES (${String(chain)} * 1000000000::bigint + ${String(id)}, 'x', '${name}', 'recorder', 'x', rights.who(), repeat('0', 64), repeat('1', 64))`,
    );
  for (const [name, chain] of [
    ['Person R', 3],
    ['Person D', 2],
  ] as const)
    // prettier-ignore
    expect([name, chain, (await write('R', name, chain, 9)).code]).not.toEqual([name, chain, undefined]);
  expect((await write('R', 'Person R', 2, 9)).code).toBe('23514');
  expect((await tried(as('D'), `DELETE FROM audit`)).code).toBe(DENIED);
  expect((await tried(as('D'), `UPDATE audit SET user_name = 'x'`)).code).toBe(DENIED);
  expect((await tried(as('D'), `UPDATE audit_head SET hash = 'x'`)).code).toBe(DENIED);
});

it('a change past the app is noted with who made it', async () => {
  await shared.owner.query('DELETE FROM rights.sql_changes');
  await as('D').query(`UPDATE pupils SET form = '10C' WHERE id = 'a-p'`);
  const { rows } = await as('D').query<Row>(`SELECT table_name, change, login FROM rights.sql_changes`);
  expect(rows).toEqual([
    { table_name: 'pupils', change: 'update', login: `${shared.place.database}.person d` },
  ]);
  expect((await tried(as('R'), 'SELECT 1 FROM rights.sql_changes')).count).toBe(0);
  expect((await tried(as('D'), 'DELETE FROM rights.sql_changes')).code).toBe(DENIED);
});
