import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../../../../tests/builders/app.ts';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import { TEST_ADMINISTRATOR } from '../../../../tests/builders/people.ts';

let app: TestApp;
beforeEach(() => {
  app = openTestApp();
});
afterEach(() => app.close());

describe('setting up an authority (setup.create-authority)', () => {
  it('makes an empty database the authority’s, without a school', async () => {
    await app.must('setup.create-authority', {
      code: '873',
      name: 'Cambridgeshire',
      administrator: TEST_ADMINISTRATOR,
    });
    expect(await app.must('setup.status', {})).toEqual({
      state: 'ready',
      authority: { code: '873', name: 'Cambridgeshire' },
      demonstration: false,
      today: '2025-11-12',
      schoolYear: 2025,
    });
    expect(await app.run('calendar.get', {})).toMatchObject({ ok: false, error: { code: 'not-set-up' } });
  });

  it('leaves an audit row', async () => {
    await app.must('setup.create-authority', {
      code: '873',
      name: 'Cambridgeshire',
      administrator: TEST_ADMINISTRATOR,
    });
    expect(await auditOf(app, 'setup.create-authority')).toMatchObject([
      { subjectType: 'authority', subjectId: '873', detail: { name: 'Cambridgeshire' } },
    ]);
  });

  it('is refused once the database is somebody’s', async () => {
    await app.must('setup.create-authority', {
      code: '873',
      name: 'Cambridgeshire',
      administrator: TEST_ADMINISTRATOR,
    });
    expect(
      await app.run('setup.create-authority', {
        code: '202',
        name: 'Camden',
        administrator: TEST_ADMINISTRATOR,
      }),
    ).toMatchObject({
      ok: false,
      error: { code: 'refused', message: expect.stringContaining('Cambridgeshire') as string },
    });
    expect((await app.must('setup.status', {})).authority?.code).toBe('873');
  });

  it.each([
    ['a code of two digits', { code: '87', name: 'Cambridgeshire' }, 'code'],
    ['a code with letters', { code: 'CAM', name: 'Cambridgeshire' }, 'code'],
    ['no name', { code: '873', name: ' ' }, 'name'],
  ])('is refused for %s', async (_, input, path) => {
    const result = await app.run('setup.create-authority', { ...input, administrator: TEST_ADMINISTRATOR });
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid-input', fields: [{ path }] } });
    expect((await app.must('setup.status', {})).state).toBe('empty');
  });

  it('is for the administrator alone', async () => {
    const input = { code: '873', name: 'Cambridgeshire' };
    for (const role of ['recorder', 'decider', 'provider-staff', 'governor-clerk', 'authority'] as const) {
      expect(
        await app.run('setup.create-authority', { ...input, administrator: TEST_ADMINISTRATOR }, role),
      ).toMatchObject({
        ok: false,
        error: { code: 'not-permitted' },
      });
    }
  });
});
