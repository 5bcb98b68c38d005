import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#shared/permissions/roles.ts';
import { openTestApp, type TestApp } from '../../../../tests/builders/app.ts';

/** The demonstration: enough of everything for a word to find pupils, exclusions and providers. */
let app: TestApp;
let surname: string;
let provider: string;
beforeAll(async () => {
  app = openTestApp();
  await app.must('setup.load-demonstration', {});
  const { store } = app.services;
  const found = await store.read(async (db) => {
    const t = db.tables;
    return {
      exclusions: await db.select().from(t.exclusions),
      pupils: await db.select().from(t.pupils),
      providers: await db.select().from(t.providers),
    };
  });
  const excluded = new Set(found.exclusions.map(({ pupilId }) => pupilId));
  surname = found.pupils.find(({ id }) => excluded.has(id))?.surname ?? '';
  provider = found.providers[0]?.name ?? '';
});
afterAll(() => app.close());

const search = (text: string, role?: Role) => app.must('search.anywhere', { text }, role);

/** Which kinds of things a role is shown for words that are there. */
async function kindsFor(role: Role): Promise<string[]> {
  const person = await search(surname, role);
  const place = await search(provider, role);
  return [
    ...(person.pupils.length > 0 ? ['pupils'] : []),
    ...(person.exclusions.length > 0 ? ['exclusions'] : []),
    ...(place.providers.length > 0 ? ['providers'] : []),
  ];
}

describe('searching anywhere (search.anywhere)', () => {
  it('finds a pupil and the pupil’s exclusions by the beginning of a name, in any case', async () => {
    const { pupils, exclusions } = await search(surname.slice(0, 5).toUpperCase());
    expect(pupils.some(({ name }) => name.endsWith(surname))).toBe(true);
    expect(exclusions.some(({ pupilName }) => pupilName.includes(surname))).toBe(true);
  });

  it('finds a pupil by UPN', async () => {
    const [pupil] = (await search(surname)).pupils;
    expect((await search(pupil?.upn ?? '')).pupils.map(({ id }) => id)).toEqual([pupil?.id]);
  });

  it('finds a provider by words of its name', async () => {
    const { providers } = await search(provider.split(' ').toReversed().join(' '));
    expect(providers.map(({ name }) => name)).toContain(provider);
  });

  it('gives six of a kind at most', async () => {
    const { pupils, exclusions, providers } = await search('a');
    expect(pupils).toHaveLength(6);
    expect(Math.max(exclusions.length, providers.length)).toBeLessThanOrEqual(6);
  });

  it('gives nothing for nothing typed, for signs alone, or for what is not there', async () => {
    const nothing = { pupils: [], exclusions: [], providers: [] };
    for (const text of ['', '   ', '%', "'; drop table pupils; --", 'qqqxzzy'])
      expect(await search(text)).toEqual(nothing);
  });

  it('shows each role what it may see, and nothing else', async () => {
    expect(await kindsFor('recorder')).toEqual(['pupils', 'exclusions', 'providers']);
    expect(await kindsFor('decider')).toEqual(['pupils', 'exclusions', 'providers']);
    expect(await kindsFor('administrator')).toEqual(['pupils', 'exclusions', 'providers']);
    expect(await kindsFor('governor-clerk')).toEqual(['pupils', 'exclusions']);
    expect(await kindsFor('provider-staff')).toEqual(['providers']);
    expect(await kindsFor('authority')).toEqual([]);
  });

  it('gives nothing in a database without a school', async () => {
    const empty = openTestApp();
    expect(await empty.must('search.anywhere', { text: surname })).toEqual({
      pupils: [],
      exclusions: [],
      providers: [],
    });
    await empty.close();
  });

  it('refuses a text of 121 letters', async () => {
    expect(await app.run('search.anywhere', { text: 'x'.repeat(121) })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', fields: [{ path: 'text' }] },
    });
  });
});
