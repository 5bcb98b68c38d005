import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import { openOfficeApp, type OfficeApp } from '../../../../tests/builders/office-school.ts';

let app: OfficeApp;
beforeEach(async () => {
  app = await openOfficeApp();
  await app.services.store.write((db) => db.delete(db.tables.heads));
});
afterEach(() => app.close());

const head = { name: 'Mrs Grace Head', acting: false, from: '2020-09-01' };

describe('school.get', () => {
  it('is empty, with version 0, while nothing was entered', async () => {
    const school = await app.must('school.get', {});
    expect(school).toMatchObject({
      details: { address: '', advice: '', version: 0 },
      heads: [],
      inForce: [],
    });
    expect(school).not.toHaveProperty('letterhead');
  });

  it('tells who may decide today: the head, and acting heads on their days', async () => {
    await app.must('school.save-head', { ...head, to: '2025-11-12' });
    await app.must('school.save-head', { ...head, name: 'Mr New Head', from: '2025-11-13' });
    const acting = { name: 'Ms Ann Acting', acting: true, from: '2025-11-12', to: '2025-11-13' };
    await app.must('school.save-head', acting);
    const inForce = async () => (await app.must('school.get', {})).inForce.map(({ name }) => name);
    expect(await inForce()).toEqual(['Mrs Grace Head', 'Ms Ann Acting']);
    app.goTo('2025-11-14');
    expect(await inForce()).toEqual(['Mr New Head']);
    expect((await app.must('school.get', {})).heads).toHaveLength(3);
  });
});

describe('school.save-head', () => {
  it('adds and changes, with the state before and after in the audit trail', async () => {
    const saved = await app.must('school.save-head', head);
    const again = await app.must('school.save-head', { ...head, ...saved, to: '2026-07-21' });
    expect(again).toEqual({ id: saved.id, version: 2 });
    expect(await auditOf(app, 'school.save-head')).toMatchObject([
      { subjectType: 'head', subjectId: saved.id, detail: { after: { name: 'Mrs Grace Head' } } },
      { detail: { before: { version: 1 }, after: { to: '2026-07-21', version: 2 } } },
    ]);
  });

  it('refuses a second head teacher on the same days, and says who is in office until when', async () => {
    await app.must('school.save-head', { ...head, to: '2025-12-31' });
    const second = await app.run('school.save-head', { ...head, name: 'Mr New Head', from: '2025-12-31' });
    expect(second).toMatchObject({ error: { code: 'invalid-input', fields: [{ path: 'from' }] } });
    expect(second.ok ? '' : second.error.fields?.[0]?.message).toMatch(
      /Mrs Grace Head is head teacher from Tue 1 September 2020 to Wed 31 December 2025/,
    );
    expect((await app.run('school.save-head', { ...head, name: 'Mr New Head', from: '2026-01-01' })).ok).toBe(
      true,
    );
  });

  it('lets an acting head stand in beside the head, but not become a second head', async () => {
    await app.must('school.save-head', head);
    const acting = await app.must('school.save-head', { ...head, name: 'Ms Ann Acting', acting: true });
    expect(await app.run('school.save-head', { ...head, ...acting, name: 'Ms Ann Acting' })).toMatchObject({
      error: { code: 'invalid-input', fields: [{ path: 'from' }] },
    });
  });

  it('may end the head’s time and lengthen it again without clashing with itself', async () => {
    const first = await app.must('school.save-head', head);
    const ended = await app.must('school.save-head', { ...head, ...first, to: '2025-11-30' });
    expect((await app.run('school.save-head', { ...head, ...ended })).ok).toBe(true);
  });

  it('refuses to overwrite what somebody else changed meanwhile, and an entry that is gone', async () => {
    const saved = await app.must('school.save-head', head);
    await app.must('school.save-head', { ...head, ...saved, name: 'Dr Grace Head' });
    expect(await app.run('school.save-head', { ...head, ...saved })).toMatchObject({
      error: { code: 'conflict' },
    });
    expect(await app.run('school.save-head', { ...head, id: saved.id })).toMatchObject({
      error: { code: 'conflict' },
    });
    expect(await app.run('school.save-head', { ...head, id: 'gone', version: 1 })).toMatchObject({
      error: { code: 'not-found' },
    });
    expect((await app.must('school.get', {})).heads).toMatchObject([{ name: 'Dr Grace Head', version: 2 }]);
  });

  it.each([
    ['name', { ...head, name: '  ' }],
    ['name', { ...head, name: 'x'.repeat(81) }],
    ['from', { ...head, from: '1979-12-31' }],
    ['from', { ...head, from: 'last year' }],
    ['to', { ...head, to: '2020-08-31' }],
  ])('refuses a wrong %s', async (path, input) => {
    expect(await app.run('school.save-head', input)).toMatchObject({
      error: { code: 'invalid-input', fields: [{ path }] },
    });
  });

  it('is for who decides or administers', async () => {
    expect(await app.run('school.save-head', head, 'recorder')).toMatchObject({
      error: { code: 'not-permitted' },
    });
    expect((await app.run('school.save-head', head, 'decider')).ok).toBe(true);
  });
});

describe('school.save-details', () => {
  it('keeps what the letters carry and gives the next version', async () => {
    const details = { address: '1 School Lane\nTown', phone: '01234 567890', version: 0 };
    expect(await app.must('school.save-details', details)).toEqual({ version: 1 });
    expect((await app.must('school.get', {})).details).toMatchObject({ ...details, email: '', version: 1 });
    expect(await app.must('school.save-details', { advice: 'A\nB', version: 1 })).toEqual({ version: 2 });
    expect((await app.must('school.get', {})).details).toMatchObject({ address: '', advice: 'A\nB' });
    expect(await auditOf(app, 'school.save-details')).toMatchObject([
      { detail: { before: { version: 0 } } },
      { detail: { before: { address: '1 School Lane\nTown' }, after: { advice: 'A\nB', version: 2 } } },
    ]);
  });

  it('leaves the letterhead as it is', async () => {
    await app.must('school.save-details', { version: 0 });
    await app.services.store.write((db) =>
      db.update(db.tables.schoolDetails).set({ letterhead: 'abc', letterheadName: 'Ours.docx' }),
    );
    await app.must('school.save-details', { phone: '01234 567890', version: 1 });
    expect((await app.must('school.get', {})).letterhead).toBe('Ours.docx');
  });

  it('refuses to overwrite what somebody else changed meanwhile', async () => {
    await app.must('school.save-details', { phone: '1', version: 0 });
    expect(await app.run('school.save-details', { phone: '2', version: 0 })).toMatchObject({
      error: { code: 'conflict' },
    });
    expect((await app.must('school.get', {})).details.phone).toBe('1');
  });

  it.each([
    ['email', { email: 'office at school' }],
    ['authorityEmail', { authorityEmail: 'exclusions@' }],
    ['clerkEmail', { clerkEmail: '@school.example' }],
    ['address', { address: 'x'.repeat(301) }],
    ['advice', { advice: 'x'.repeat(2001) }],
  ])('refuses a wrong %s', async (path, wrong) => {
    expect(await app.run('school.save-details', { ...wrong, version: 0 })).toMatchObject({
      error: { code: 'invalid-input', fields: [{ path }] },
    });
  });
});

it('asks for a school to be set up first', async () => {
  await app.services.store.write((db) => db.delete(db.tables.workspace));
  for (const result of [
    await app.run('school.get', {}),
    await app.run('school.save-head', head),
    await app.run('school.save-details', { version: 0 }),
  ]) {
    expect(result).toMatchObject({ error: { code: 'not-set-up' } });
  }
});
