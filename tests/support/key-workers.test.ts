import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAtRiskApp, type AtRiskApp } from '../builders/at-risk-school.ts';

const START = '2025-11-12';

let app: AtRiskApp;
let ben: string;
let cara: string;
beforeEach(async () => {
  app = await openAtRiskApp();
  ben = await app.pupil('Ben Brown');
  cara = await app.pupil('Cara Lee');
  await app.issue(ben);
  await app.issue(cara);
});
afterEach(() => app.close());

const loads = async () =>
  (await app.must('support.staff', {})).staff.map(
    ({ name, pupils }) => `${name}: ${pupils.map((pupil) => pupil.name).join(', ')}`,
  );

const assign = async (pupilId: string, more: object) => {
  const { id: entryId, version } = await app.entryOf(pupilId);
  return app.run('support.assign-key-worker', { entryId, version, ...more });
};

describe('the directory of key workers', () => {
  it('has a person once, whatever the spelling, with everybody they have', async () => {
    const reed = await app.keyWorker(ben, 'Ms J. Reed');
    expect(await app.keyWorker(cara, '  ms  J REED')).toBe(reed);
    expect(await loads()).toEqual(['Ms J. Reed: Ben Brown, Cara Lee']);
    expect((await app.entryOf(cara)).keyWorker).toMatchObject({ name: 'Ms J. Reed', staffId: reed });
  });

  it('asks back where a name may be that of somebody who is there, and takes both when told', async () => {
    await app.keyWorker(ben, 'Ms Reed');
    const jane = { name: 'Jane Reed', role: 'Head of Year' };
    expect(await assign(cara, jane)).toMatchObject({
      error: {
        code: 'conflict',
        message: expect.stringContaining('may be Ms Reed, Learning Mentor') as string,
        fields: [{ path: 'somebodyElse' }],
      },
    });
    expect(await assign(cara, { ...jane, somebodyElse: true })).toMatchObject({ ok: true });
    expect(await loads()).toEqual(['Jane Reed: Cara Lee', 'Ms Reed: Ben Brown']);
  });

  it('does not take Mr Reed for Ms Reed: asks for a first name', async () => {
    await app.keyWorker(ben, 'Ms Reed');
    expect(await assign(cara, { name: 'Mr Reed', role: 'Head of Year' })).toMatchObject({
      error: {
        code: 'conflict',
        message: expect.stringContaining('a first name that tells them apart') as string,
        fields: [{ path: 'name' }],
      },
    });
    expect((await app.entryOf(cara)).keyWorker).toBeUndefined();
    await app.keyWorker(cara, 'Ms Reed', 'Head of Year');
    expect(await loads()).toEqual(['Ms Reed: Ben Brown, Cara Lee']);
  });

  it('refuses the very same name twice, also of one who is renamed, and by the database whatever writes', async () => {
    const reed = { name: 'Ms J Reed', role: 'Learning Mentor' };
    const { id } = await app.must('support.save-staff', reed);
    const twice = await app.run('support.save-staff', { ...reed, name: 'Mrs J. Reed', somebodyElse: true });
    expect(twice).toMatchObject({ error: { code: 'conflict', fields: [{ path: 'name' }] } });
    const hall = await app.must('support.save-staff', { name: 'Mr Hall', role: 'Head of Year' });
    expect(
      await app.run('support.save-staff', { ...reed, id: hall.id, version: 1, somebodyElse: true }),
    ).toMatchObject({ error: { code: 'conflict' } });
    await expect(
      app.services.store.write(async (db) => {
        const row = (await db.select().from(db.tables.supportStaff)).find((one) => one.id === id);
        if (row === undefined) throw new Error('nobody to copy');
        await db.insert(db.tables.supportStaff).values({ ...row, id: 'another' });
      }),
    ).rejects.toThrow();
  });

  it('keeps somebody from outside with the organisation, and changes only as it was read', async () => {
    const stone = { name: 'Mrs A. Stone', role: 'Welfare officer', organisation: 'Welfare Service' };
    const { id } = await app.must('support.save-staff', stone);
    const changed = { ...stone, id, version: 1, role: 'Senior welfare officer' };
    await app.must('support.save-staff', changed);
    expect(await app.run('support.save-staff', changed)).toMatchObject({ error: { code: 'conflict' } });
    expect((await app.must('support.staff', {})).staff).toMatchObject([
      { ...stone, role: 'Senior welfare officer', version: 2 },
    ]);
    expect((await app.audit()).findLast(({ operation }) => operation === 'support.save-staff')).toMatchObject(
      {
        subjectId: id,
        detail: { before: { role: 'Welfare officer' }, after: { role: 'Senior welfare officer' } },
      },
    );
  });

  it('shows key workers from before there was a directory by name, and makes them its own when they are entered', async () => {
    await app.keyWorker(ben, 'Ms Reed');
    await app.services.store.write(async (db) => {
      await db.update(db.tables.keyWorkers).set({ staffId: null });
      await db.delete(db.tables.supportStaff);
    });
    expect(await app.must('support.staff', {})).toMatchObject({
      staff: [],
      unlisted: [{ name: 'Ms Reed', role: 'Learning Mentor', pupils: [{ name: 'Ben Brown' }] }],
      withoutKeyWorker: [{ name: 'Cara Lee' }],
    });
    expect((await app.entryOf(ben)).keyWorker).toEqual({
      name: 'Ms Reed',
      role: 'Learning Mentor',
      from: START,
    });
    expect(await app.must('support.save-staff', { name: 'Ms. Reed', role: 'Learning Mentor' })).toMatchObject(
      { linked: 1 },
    );
    expect(await app.must('support.staff', {})).toMatchObject({
      staff: [{ name: 'Ms. Reed', pupils: [{ name: 'Ben Brown' }] }],
      unlisted: [],
    });
  });

  it('needs a person or a name with a role', async () => {
    expect(await assign(ben, {})).toMatchObject({ error: { fields: [{ path: 'name' }] } });
    expect(await assign(ben, { name: 'Ms Reed' })).toMatchObject({ error: { fields: [{ path: 'role' }] } });
    expect(await assign(ben, { staffId: 'none' })).toMatchObject({
      error: { fields: [{ path: 'staffId' }] },
    });
  });
});

describe('several key workers on one day', () => {
  it('leave the one named last, in the grid too', async () => {
    const reed = await app.keyWorker(ben, 'Ms Reed');
    const { id: hall } = await app.must('support.save-staff', { name: 'Mr Hall', role: 'Head of Year' });
    const { id: entryId } = await app.entryOf(ben);
    const handOver = (staffId: string, to: string) =>
      app.must('support.hand-over', { staffId, version: 1, pupils: [{ entryId, staffId: to }] });
    await handOver(reed, hall);
    // Ms Reed is back on the same day, as another person of the directory.
    const { id: again } = await app.must('support.save-staff', { name: 'Ms Reed', role: 'Mentor' });
    await handOver(hall, again);
    const [row] = (await app.must('support.grid', {})).rows;
    expect(row?.keyWorker).toEqual({ name: 'Ms Reed', role: 'Mentor' });
    expect((await app.entryOf(ben)).keyWorker).toMatchObject({ name: 'Ms Reed', staffId: again });
    expect(await loads()).toEqual(['Ms Reed: Ben Brown']);
  });
});

describe('a meeting that is noted after a handover', () => {
  it('was with whoever was the key worker on its day', async () => {
    await app.keyWorker(ben, 'Ms Reed');
    app.goTo('2025-11-20');
    await app.keyWorker(ben, 'Mr Hall', 'Head of Year');
    const { id: entryId } = await app.entryOf(ben);
    for (const on of ['2025-11-14', '2025-11-20']) await app.must('support.add-meeting', { entryId, on });
    const met = (await app.must('support.entry', { entryId })).meetings;
    expect(met.map(({ on, keyWorker }) => `${on} ${keyWorker}`)).toEqual([
      '2025-11-20 Mr Hall',
      '2025-11-14 Ms Reed',
    ]);
  });

  it('can be noted of one who left without a successor, and not of a day after that', async () => {
    const staffId = await app.keyWorker(ben, 'Ms Reed');
    app.goTo('2025-11-20');
    const { id: entryId } = await app.entryOf(ben);
    await app.must('support.hand-over', { staffId, version: 1, pupils: [{ entryId }] });
    app.goTo('2025-11-24');
    await app.must('support.add-meeting', { entryId, on: '2025-11-17' });
    const after = await app.run('support.add-meeting', { entryId, on: '2025-11-21' });
    expect(after).toMatchObject({ error: { code: 'refused' } });
  });
});

describe('when a key worker leaves', () => {
  let reed: string;
  let hall: string;
  beforeEach(async () => {
    reed = await app.keyWorker(ben, 'Ms Reed');
    await assign(cara, { staffId: reed });
    hall = (await app.must('support.save-staff', { name: 'Mr Hall', role: 'Head of Year' })).id;
    app.goTo('2025-11-20');
  });
  const versionOf = async (staffId: string) =>
    (await app.must('support.staff', {})).staff.find(({ id }) => id === staffId)?.version ?? 0;

  it('each pupil gets somebody else in one step, and who gets nobody stands on Today until they do', async () => {
    const [one, other] = [await app.entryOf(ben), await app.entryOf(cara)];
    expect(
      await app.must('support.hand-over', {
        staffId: reed,
        version: await versionOf(reed),
        leftOn: '2025-11-19',
        pupils: [{ entryId: one.id, staffId: hall }, { entryId: other.id }],
      }),
    ).toEqual({ handedOver: 1, withoutKeyWorker: 1 });
    expect(await loads()).toEqual(['Mr Hall: Ben Brown']);
    expect((await app.must('support.staff', {})).left).toMatchObject([
      { name: 'Ms Reed', leftOn: '2025-11-19' },
    ]);
    expect((await app.must('support.entry', { entryId: one.id })).keyWorkers).toEqual([
      { name: 'Mr Hall', role: 'Head of Year', from: '2025-11-20' },
      { name: 'Ms Reed', role: 'Learning Mentor', from: START, to: '2025-11-20' },
    ]);
    expect(await app.due()).toEqual([`key-worker of Cara Lee since ${START}: Name a key worker`]);
    await assign(cara, { staffId: hall });
    expect(await app.due()).toEqual([]);
    expect(await assign(ben, { staffId: reed })).toMatchObject({ error: { code: 'not-found' } });
    const rows = (await app.audit()).filter(({ operation }) => operation === 'support.hand-over');
    expect(rows.map(({ subjectId }) => subjectId)).toEqual([reed, one.id, other.id]);
    expect(rows[1]?.detail).toMatchObject({
      pupilId: ben,
      before: { name: 'Ms Reed' },
      after: { name: 'Mr Hall' },
    });
  });

  it('nothing is handed over when the case load is not the one that was looked at, or somebody is not there', async () => {
    const pupils = [{ entryId: (await app.entryOf(ben)).id, staffId: hall }];
    const input = { staffId: reed, version: await versionOf(reed), pupils };
    const not = async (more: object) => app.run('support.hand-over', { ...input, ...more });
    expect(await not({})).toMatchObject({ error: { code: 'conflict' } });
    const all = [...pupils, { entryId: (await app.entryOf(cara)).id, staffId: hall }];
    expect(await not({ pupils: all, version: 7 })).toMatchObject({ error: { code: 'conflict' } });
    expect(await not({ pupils: all, leftOn: '2025-11-21' })).toMatchObject({
      error: { fields: [{ path: 'leftOn' }] },
    });
    const to = (staffId: string) => all.map((one) => ({ ...one, staffId }));
    expect(await not({ pupils: to(reed) })).toMatchObject({ error: { code: 'not-found' } });
    expect(await not({ pupils: to('none') })).toMatchObject({
      error: { fields: [{ path: 'pupils.0.staffId' }] },
    });
    expect(await loads()).toEqual(['Mr Hall: ', 'Ms Reed: Ben Brown, Cara Lee']);
  });

  it('somebody of the same name may come later', async () => {
    const leave = { staffId: hall, version: 1, pupils: [] };
    await app.must('support.hand-over', leave);
    expect(await app.run('support.save-staff', { name: 'Mr Hall', role: 'Learning Mentor' })).toMatchObject({
      ok: true,
    });
  });

  it('and who is signed off is no part of a case load', async () => {
    const { id: entryId, version } = await app.entryOf(ben);
    await app.must('support.sign-off', { entryId, version, reason: 'Better' });
    expect(await loads()).toEqual(['Mr Hall: ', 'Ms Reed: Cara Lee']);
  });
});
