import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../../../../tests/builders/app.ts';

let app: TestApp;
beforeAll(() => {
  app = openTestApp();
});
afterAll(() => app.close());

describe('before anything is set up', () => {
  it('the status says so, with the day and its school year (setup.status)', async () => {
    expect(await app.must('setup.status', {})).toEqual({
      state: 'empty',
      demonstration: false,
      today: '2025-11-12',
      schoolYear: 2025,
    });
  });

  it('every role may see the status', async () => {
    for (const role of ['recorder', 'decider', 'provider-staff', 'governor-clerk', 'authority'] as const) {
      expect((await app.must('setup.status', {}, role)).state).toBe('empty');
    }
  });
});

describe('finding a school in the national list (schools.search)', () => {
  it('gives all that set-up needs, by DfE number, URN or name', async () => {
    const expected = {
      laEstab: '2021048',
      la: '202',
      laName: 'Camden',
      urn: '100005',
      name: 'The Thomas Coram Centre',
      phase: 'nursery',
    };
    for (const text of ['2021048', '100005', 'thomas coram centre']) {
      expect((await app.must('schools.search', { text })).hits[0]).toEqual(expected);
    }
  });

  it('gives twelve at most unless more are asked for', async () => {
    expect((await app.must('schools.search', { text: 'st mary' })).hits).toHaveLength(12);
    expect((await app.must('schools.search', { text: 'st mary', limit: 50 })).hits).toHaveLength(50);
  });

  it('gives nothing for nothing typed or nothing like it', async () => {
    expect((await app.must('schools.search', { text: '  ' })).hits).toEqual([]);
    expect((await app.must('schools.search', { text: 'qqqxzzy' })).hits).toEqual([]);
  });

  it.each([
    ['a text of 121 letters', { text: 'x'.repeat(121) }, 'text'],
    ['no results asked for', { text: 'a', limit: 0 }, 'limit'],
    ['too many asked for', { text: 'a', limit: 51 }, 'limit'],
  ])('refuses %s', async (_, input, path) => {
    expect(await app.run('schools.search', input)).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', fields: [{ path }] },
    });
  });
});

describe('the authorities of the national list (schools.authorities)', () => {
  it('are each there once, with a code of three digits', async () => {
    const { authorities } = await app.must('schools.authorities', {});
    expect(authorities).toContainEqual({ code: '873', name: 'Cambridgeshire' });
    expect(authorities.length).toBeGreaterThan(140);
    expect(new Set(authorities.map(({ code }) => code)).size).toBe(authorities.length);
  });
});
