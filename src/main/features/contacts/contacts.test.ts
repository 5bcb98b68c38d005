import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OperationInput } from '#shared/contract/contract.ts';
import { openOfficeApp, type OfficeApp } from '../../../../tests/builders/office-school.ts';

type Input = OperationInput<'contacts.save'>;

let app: OfficeApp;
let amara: string;
beforeEach(async () => {
  app = await openOfficeApp();
  amara = await app.pupil('Amara Okafor');
});
afterEach(() => app.close());

const contact = (more: Partial<Input> = {}): Input => ({
  pupilId: amara,
  relation: 'parent',
  name: 'Ngozi Okafor',
  phone: '01234 567890',
  position: 1,
  ...more,
});
const names = async () =>
  (await app.must('contacts.list', { pupilId: amara })).contacts.map(({ name }) => name);

describe('contacts.list', () => {
  it('has the parents first, in the order in which they are tried, then the others', async () => {
    await app.must('contacts.save', contact({ relation: 'social-worker', name: 'Sol Worker' }));
    await app.must('contacts.save', contact({ relation: 'home-authority', name: 'Next County' }));
    await app.must('contacts.save', contact({ name: 'Chidi Okafor', position: 2 }));
    await app.must('contacts.save', contact());
    expect(await names()).toEqual(['Ngozi Okafor', 'Chidi Okafor', 'Next County', 'Sol Worker']);
  });

  it('says when the pupil is not of this school', async () => {
    expect(await app.run('contacts.list', { pupilId: 'nobody' })).toMatchObject({
      error: { code: 'not-found' },
    });
  });
});

describe('contacts.save', () => {
  it('adds and changes, and the pupil’s history tells', async () => {
    const saved = await app.must('contacts.save', contact());
    const again = await app.must('contacts.save', contact({ ...saved, phone: '', address: '2 Home Street' }));
    expect(again).toEqual({ id: saved.id, version: 2 });
    expect((await app.must('contacts.list', { pupilId: amara })).contacts).toEqual([
      {
        id: saved.id,
        relation: 'parent',
        name: 'Ngozi Okafor',
        address: '2 Home Street',
        phone: '',
        email: '',
        position: 1,
        version: 2,
      },
    ]);
    const { history } = await app.must('pupils.get', { pupilId: amara });
    expect(history.map(({ text }) => text)).toEqual([
      'Changed whom to tell: parent or carer',
      'Added whom to tell: parent or carer',
    ]);
  });

  it.each(['social-worker', 'virtual-school-head', 'home-authority'] as const)(
    'refuses a second %s with a sentence',
    async (relation) => {
      const first = await app.must('contacts.save', contact({ relation, name: 'First One' }));
      const second = await app.run('contacts.save', contact({ relation, name: 'Second One' }));
      expect(second).toMatchObject({ error: { code: 'refused', fields: [{ path: 'relation' }] } });
      expect(second.ok ? '' : second.error.message).toMatch(/is entered already: First One/);
      expect((await app.run('contacts.save', contact({ ...first, relation, name: 'Renamed' }))).ok).toBe(
        true,
      );
    },
  );

  it('takes nine contacts and refuses a tenth', async () => {
    for (let position = 1; position <= 9; position += 1) {
      await app.must('contacts.save', contact({ name: `Parent ${String(position)}`, position }));
    }
    expect(await app.run('contacts.save', contact({ name: 'Parent 10' }))).toMatchObject({
      error: { code: 'refused' },
    });
    expect(await names()).toHaveLength(9);
  });

  it('refuses to overwrite what somebody else changed meanwhile, and a contact that is gone', async () => {
    const saved = await app.must('contacts.save', contact());
    await app.must('contacts.save', contact({ ...saved, name: 'N. Okafor' }));
    expect(await app.run('contacts.save', contact(saved))).toMatchObject({ error: { code: 'conflict' } });
    expect(await app.run('contacts.save', contact({ id: saved.id }))).toMatchObject({
      error: { code: 'conflict' },
    });
    expect(await app.run('contacts.save', contact({ id: 'gone', version: 1 }))).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(await names()).toEqual(['N. Okafor']);
  });

  it('does not change the contact of another pupil', async () => {
    const saved = await app.must('contacts.save', contact());
    const ben = await app.pupil('Ben Brown');
    expect(await app.run('contacts.save', contact({ ...saved, pupilId: ben }))).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it.each<[string, Partial<Input>]>([
    ['name', { name: '' }],
    ['name', { name: 'x'.repeat(121) }],
    ['address', { address: 'x'.repeat(301) }],
    ['phone', { phone: 'x'.repeat(41) }],
    ['email', { email: 'x'.repeat(121) }],
    ['position', { position: 0 }],
    ['position', { position: 10 }],
  ])('refuses a wrong %s', async (path, wrong) => {
    expect(await app.run('contacts.save', contact(wrong))).toMatchObject({
      error: { code: 'invalid-input', fields: [{ path }] },
    });
  });

  it('refuses a pupil who is not of this school', async () => {
    expect(await app.run('contacts.save', contact({ pupilId: 'nobody' }))).toMatchObject({
      error: { code: 'not-found' },
    });
  });
});

describe('contacts.remove', () => {
  it('removes it and keeps in the history who it was', async () => {
    const { id } = await app.must('contacts.save', contact());
    await app.must('contacts.remove', { id });
    expect(await names()).toEqual([]);
    const { history } = await app.must('pupils.get', { pupilId: amara });
    expect(history[0]?.text).toBe('Removed from whom to tell: parent or carer');
    expect(await app.run('contacts.remove', { id })).toMatchObject({ error: { code: 'not-found' } });
  });
});

describe('the duties of a pupil who is out', () => {
  it('follow whom there is to tell: owed with a contact, no longer owed without', async () => {
    const { id: exclusionId } = await app.issue(amara);
    const owed = async () => {
      const { duties } = await app.must('duties.list', { exclusionId });
      return duties.filter(({ status }) => status !== 'no-longer-owed').map(({ key }) => key);
    };
    expect(await owed()).not.toContain('tell-social-worker');
    const { id } = await app.must(
      'contacts.save',
      contact({ relation: 'social-worker', name: 'Sol Worker' }),
    );
    expect(await owed()).toContain('tell-social-worker');
    const { changes } = await app.must('duties.list', { exclusionId });
    expect(changes.map(({ text }) => text).join(' ')).toContain('the pupil’s contacts were changed');
    await app.must('contacts.remove', { id });
    expect(await owed()).not.toContain('tell-social-worker');
  });
});
