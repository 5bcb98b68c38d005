import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contract, type OperationName } from '#shared/contract/contract.ts';
import { mayDo, PERMISSIONS, ROLE_PERMISSIONS, ROLES } from '#shared/permissions/roles.ts';
import { openTestApp, type TestApp } from '../../../tests/builders/app.ts';
import { setUpSchool } from '../../../tests/builders/school.ts';
import type { Handlers } from '../features/context.ts';
import { JobCancelledError } from '../features/context.ts';
import { StoreBusyError } from '../storage/store.ts';
import { dispatch } from './dispatch.ts';
import { handlers } from './handlers.ts';

let app: TestApp;

beforeEach(() => {
  app = openTestApp();
});

afterEach(() => app.close());

const administrator = { userName: 'Ada', role: 'administrator' as const };

const call = (name: string, input: unknown, more: Partial<Handlers> = {}) =>
  dispatch(app.services, { ...handlers, ...more }, administrator, name, input);

/** The product's handler replaced by one that misbehaves, to see what dispatch makes of it. */
const failing = (error: Error): Partial<Handlers> => ({
  'app.about': async () => {
    throw error;
  },
});

describe('dispatch', () => {
  it('refuses an operation that is not in the contract, inherited names too', async () => {
    for (const name of ['nothing.here', 'toString', '__proto__', '']) {
      expect(await call(name, {})).toMatchObject({ ok: false, error: { code: 'unknown-operation' } });
    }
  });

  it('says which field of an invalid input is wrong', async () => {
    expect(await call('calendar.suggest', { schoolYear: 'next' })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', fields: [{ path: 'schoolYear' }] },
    });
    for (const input of [undefined, null, 7, 'text', []]) {
      expect(await call('calendar.suggest', input)).toMatchObject({
        ok: false,
        error: { code: 'invalid-input' },
      });
    }
  });

  it('turns an unexpected failure into a sentence with a reference, without its message', async () => {
    const result = await call('app.about', {}, failing(new Error('Jo Example, G201400114001')));
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'internal', reference: expect.any(String) as string },
    });
    expect(JSON.stringify(result)).not.toContain('Example');
  });

  it('does not pass on a result that breaks the contract', async () => {
    const broken: Partial<Handlers> = {
      'app.about': () => Promise.resolve({ ok: true, value: { version: 1 } as never }),
    };
    expect(await call('app.about', {}, broken)).toMatchObject({ ok: false, error: { code: 'internal' } });
  });

  it('does not say that a command was undone when only its answer was wrong', async () => {
    const broken: Partial<Handlers> = {
      'jobs.cancel': () => Promise.resolve({ ok: true, value: { cancelled: 'yes' } as never }),
    };
    const result = await call('jobs.cancel', { jobId: 'job' }, broken);
    expect(result).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(result.ok ? '' : result.error.message).toMatch(/may have been done/);
  });

  it('names a busy database and a cancelled job for what they are', async () => {
    expect(await call('app.about', {}, failing(new StoreBusyError('locked')))).toMatchObject({
      ok: false,
      error: { code: 'busy' },
    });
    expect(await call('app.about', {}, failing(new JobCancelledError('stop')))).toMatchObject({
      ok: false,
      error: { code: 'cancelled' },
    });
  });

  it('writes the audit row in the transaction of the command, and none for a refused one', async () => {
    const { schoolId } = await setUpSchool(app);
    const closure = {
      from: '2025-11-28',
      to: '2025-11-28',
      slot: 'all' as const,
      kind: 'inset' as const,
      name: 'INSET',
    };
    const terms = [{ schoolYear: 2025, name: 'autumn' as const, from: '2025-09-02', to: '2025-12-19' }];
    await app.must('calendar.save', { schoolYear: 2025, terms, closures: [closure] });
    await app.run('calendar.save', { schoolYear: 2025, terms, closures: [{ ...closure, to: '2025-11-27' }] });
    const rows = await app.services.store.read((db) => db.select().from(db.tables.audit));
    expect(rows).toMatchObject([
      {
        userName: 'Test Person',
        role: 'administrator',
        operation: 'calendar.save',
        subjectId: `${schoolId}/2025`,
      },
    ]);
  });
});

describe('permissions', () => {
  const operations = Object.entries(contract) as [OperationName, (typeof contract)[OperationName]][];

  it.each(ROLES)('are checked for every operation before its input is looked at: %s', async (role) => {
    for (const [name, { permission }] of operations) {
      const result = await dispatch(app.services, handlers, { userName: 'A', role }, name, 'not an input');
      expect([name, result.ok, result.ok ? '' : result.error.code]).toEqual([
        name,
        false,
        mayDo(role, permission) ? 'invalid-input' : 'not-permitted',
      ]);
    }
  });

  it('are each needed by some operation and held by some role', () => {
    // Whether rules may be waived is asked within an operation that others may do without waiving.
    const needed = new Set([
      ...operations.map(([, { permission }]) => permission),
      'places.override' as const,
    ]);
    const held = new Set(ROLES.flatMap((role) => ROLE_PERMISSIONS[role]));
    expect([...PERMISSIONS].filter((one) => !needed.has(one) || !held.has(one))).toEqual([]);
  });

  it('let only the head decide, and the authority see no school’s own records', () => {
    expect(ROLES.filter((role) => mayDo(role, 'exclusions.decide'))).toEqual(['decider']);
    expect(ROLE_PERMISSIONS.authority).toEqual([
      'app.use',
      'authority.view',
      'authority.import',
      'authority.view-pupils',
    ]);
    expect(ROLE_PERMISSIONS['provider-staff']).toEqual(['app.use', 'places.view', 'stays.work']);
  });
});
