import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import { openReturnApp, SPRING_2026, type ReturnApp } from '../../../../tests/builders/return-school.ts';

let app: ReturnApp;
let exclusionId: string;

beforeEach(async () => {
  app = await openReturnApp();
  exclusionId = await app.exclude(await app.pupil(1, { sex: 'U' }), '2025-11-18', { kind: 'permanent' });
});

afterEach(() => app.close());

const explain = (rule: string, explanation: string | null) =>
  app.run('returns.explain', { exclusionId, rule, explanation });

const check = () => app.must('returns.check', { period: SPRING_2026 });

describe('returns.explain', () => {
  it('keeps why a query may stand, who said so and when', async () => {
    expect(await check()).toMatchObject({ queries: 2, explained: 0 });
    expect((await explain('X10', ' The parents said that they will not apply. ')).ok).toBe(true);
    const { queries, explained, records } = await check();
    expect([queries, explained]).toEqual([2, 1]);
    expect(records[0]?.problems.find(({ rule }) => rule === 'X10')?.explanation).toEqual({
      text: 'The parents said that they will not apply.',
      by: 'Test Person',
      at: '2026-01-21T12:00:00.000Z',
    });
    expect(records[0]?.problems.find(({ rule }) => rule === 'X24')).not.toHaveProperty('explanation');
  });

  it('takes another in its place, or takes it back, with both in the audit trail', async () => {
    await explain('X10', 'First');
    await explain('X10', 'Second');
    await explain('X10', null);
    expect((await check()).explained).toBe(0);
    expect((await auditOf(app, 'returns.explain')).map(({ detail }) => detail)).toEqual([
      { rule: 'X10', before: null, after: 'First' },
      { rule: 'X10', before: 'First', after: 'Second' },
      { rule: 'X10', before: 'Second', after: null },
    ]);
  });

  it('explains no error away', async () => {
    for (const rule of ['X16', 'X09', 'X99']) {
      expect(await explain(rule, 'Because')).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    }
    expect((await explain('X10', '  ')).ok).toBe(false);
  });

  it('is for those who export, about exclusions that are here', async () => {
    const other = { exclusionId: 'none', rule: 'X10', explanation: 'Because' };
    expect(await app.run('returns.explain', other)).toMatchObject({ error: { code: 'not-found' } });
    expect(await app.run('returns.explain', { ...other, exclusionId }, 'governor-clerk')).toMatchObject({
      error: { code: 'not-permitted' },
    });
  });
});

describe('returns.record', () => {
  it('says of one exclusion what the check of its census says', async () => {
    const { records } = await check();
    const { found } = await app.must('returns.record', { exclusionId });
    expect(found).toMatchObject({ period: SPRING_2026, verdict: 'in', problems: records[0]?.problems });
  });

  it('has nothing to say of a draft without any date, and knows no other', async () => {
    const { id } = await app.must('exclusions.save-draft', {
      pupilId: await app.pupil(3),
      kind: 'fixed-period',
    });
    expect(await app.must('returns.record', { exclusionId: id })).toEqual({});
    expect(await app.run('returns.record', { exclusionId: 'none' })).toMatchObject({
      error: { code: 'not-found' },
    });
  });
});
