import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OperationInput } from '#shared/contract/contract.ts';
import { openOfficeApp, type OfficeApp } from '../../../../tests/builders/office-school.ts';
import { SPRING_2026 } from '../../../../tests/builders/return-school.ts';

type Input = OperationInput<'absences.record'>;

let app: OfficeApp;
let amara: string;
beforeEach(async () => {
  app = await openOfficeApp();
  amara = await app.pupil('Amara Okafor', { leavingDate: '2025-11-28' });
});
afterEach(() => app.close());

const absence = (more: Partial<Input> = {}): Input => ({
  pupilId: amara,
  from: '2025-11-10',
  to: '2025-11-12',
  askedBy: 'Head of year',
  account: 'Asked the mother to keep her at home to calm down.',
  ...more,
});

describe('absences.record', () => {
  it('notes it as what it is, in the list and in the pupil’s history', async () => {
    const { id } = await app.must('absences.record', absence());
    expect((await app.must('absences.list', { pupilId: amara })).absences).toEqual([
      {
        ...absence(),
        id,
        name: 'Amara Okafor',
        form: '9B',
        recordedBy: 'Test Person',
        recordedAt: expect.any(String) as string,
      },
    ]);
    const { history } = await app.must('pupils.get', { pupilId: amara });
    expect(history[0]?.text).toBe(
      'Noted as asked to stay at home, Mon 10 November to Wed 12 November, by Head of year',
    );
  });

  it('counts nowhere: totals, return and register codes are as before', async () => {
    await app.exclude(amara, '2025-11-03 am');
    const counted = async () => {
      const { years, exclusions } = await app.must('pupils.get', { pupilId: amara });
      return {
        years,
        exclusions,
        back: await app.must('returns.check', { period: SPRING_2026 }),
        codes: await app.must('register.codes', { from: '2025-11-01', to: '2025-11-30' }),
      };
    };
    const before = await counted();
    await app.must('absences.record', absence());
    expect(await counted()).toEqual(before);
  });

  it.each<[string, Partial<Input>]>([
    ['to', { from: '2025-11-12', to: '2025-11-11' }],
    ['to', { from: '2025-11-12', to: '2025-12-13' }],
    ['from', { from: '2025-12-01', to: '2025-12-02' }],
    ['from', { from: '2023-09-01' }],
    ['from', { from: 'Monday' }],
    ['askedBy', { askedBy: '' }],
    ['account', { account: ' ' }],
    ['account', { account: 'x'.repeat(1001) }],
  ])('refuses a wrong %s: %j', async (path, wrong) => {
    expect(await app.run('absences.record', absence(wrong))).toMatchObject({
      error: { code: 'invalid-input', fields: [{ path }] },
    });
    expect((await app.must('absences.list', {})).absences).toEqual([]);
  });

  it('takes days up to thirty ahead', async () => {
    const ben = await app.pupil('Ben Brown');
    expect((await app.run('absences.record', absence({ pupilId: ben, to: '2025-12-12' }))).ok).toBe(true);
  });

  it('refuses a pupil who is not on the roll', async () => {
    expect(await app.run('absences.record', absence({ pupilId: 'nobody' }))).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('is not for a governors’ clerk', async () => {
    expect(await app.run('absences.record', absence(), 'governor-clerk')).toMatchObject({
      error: { code: 'not-permitted' },
    });
  });
});

describe('absences.record-properly', () => {
  it('makes a draft of the same days with the same account, and the note points to it', async () => {
    const { id } = await app.must('absences.record', absence());
    const { exclusionId } = await app.must('absences.record-properly', { id });
    const draft = await app.services.store.read(async (db) => {
      const rows = await db.select().from(db.tables.exclusions);
      return rows.find((row) => row.id === exclusionId);
    });
    expect(draft).toMatchObject({
      kind: 'fixed-period',
      state: 'draft',
      ruleSet: 'england-2022',
      startDate: '2025-11-10',
      startSlot: 'am',
      endDate: '2025-11-12',
      endSlot: 'pm',
      incidentAccount: absence().account,
      issuedAt: null,
    });
    expect((await app.must('absences.list', { pupilId: amara })).absences).toMatchObject([
      { exclusion: { id: exclusionId, draft: true } },
    ]);
    const rows = (await app.audit()).filter(({ operation }) => operation === 'absences.record-properly');
    expect(rows.map(({ subjectId }) => subjectId)).toEqual([amara, exclusionId]);
  });

  it('does it once, and again only when the draft was discarded', async () => {
    const { id } = await app.must('absences.record', absence());
    const { exclusionId } = await app.must('absences.record-properly', { id });
    expect(await app.run('absences.record-properly', { id })).toMatchObject({ error: { code: 'conflict' } });
    await app.must('exclusions.discard-draft', { id: exclusionId });
    expect((await app.must('absences.list', {})).absences[0]).not.toHaveProperty('exclusion');
    expect((await app.run('absences.record-properly', { id })).ok).toBe(true);
  });

  it('says when the note is not there', async () => {
    expect(await app.run('absences.record-properly', { id: 'gone' })).toMatchObject({
      error: { code: 'not-found' },
    });
  });
});

describe('absences.list', () => {
  it('has of all pupils only what was never recorded properly, the latest first', async () => {
    const ben = await app.pupil('Ben Brown');
    await app.must('absences.record', absence());
    await app.must('absences.record', absence({ pupilId: ben, from: '2025-11-11' }));
    const begun = await app.must('absences.record', absence({ from: '2025-11-12' }));
    const { exclusionId } = await app.must('absences.record-properly', { id: begun.id });
    const open = async () =>
      (await app.must('absences.list', {})).absences.map(({ name, from }) => `${name} ${from}`);
    expect(await open()).toEqual([
      'Amara Okafor 2025-11-12',
      'Ben Brown 2025-11-11',
      'Amara Okafor 2025-11-10',
    ]);
    await app.must('exclusions.issue', {
      ...app.draft(amara, { startDate: '2025-11-12', halfDays: 2 }),
      id: exclusionId,
      version: 1,
    });
    expect(await open()).toEqual(['Ben Brown 2025-11-11', 'Amara Okafor 2025-11-10']);
    expect((await app.must('absences.list', { pupilId: amara })).absences[0]).toMatchObject({
      exclusion: { id: exclusionId, draft: false },
    });
  });
});
