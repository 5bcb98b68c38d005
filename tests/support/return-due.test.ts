import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dueReintegration } from '#main/features/due-reintegration.ts';
import { addDays } from '#shared/kernel/plain-date.ts';
import { openExclusionApp, type ExclusionApp } from '../builders/exclusion-school.ts';

let app: ExclusionApp;
let amara: string;
let exclusionId: string;
beforeEach(async () => {
  app = await openExclusionApp();
  amara = await app.pupil('Amara Okafor');
  // Thu 13 and Fri 14 November; the first day back is Mon 17.
  ({ id: exclusionId } = await app.issue(amara));
  app.goTo('2025-11-17');
});
afterEach(() => app.close());

const due = () =>
  app.services.store.read((db) => dueReintegration(db, 'school-1', app.services.clock.today()));

const step = {
  kind: 'part-time',
  who: 'Ms Reed',
  from: '2025-11-17',
  dueOn: '2025-12-05',
  detail: 'Mornings',
} as const;

describe('what is due about a return', () => {
  it('through the weeks after it: each look and the end of the part-time return when it is due, once, until it is done', async () => {
    await app.must('reintegration.plan-looks', { exclusionId, who: 'Ms Reed' });
    await app.must('reintegration.add-step', { exclusionId, ...step });
    const seen = new Map<string, string>();
    for (let day = '2025-11-17'; day <= '2025-12-19'; day = addDays(day, 1)) {
      app.goTo(day);
      const items = await due();
      expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
      for (const { key, what, on } of items) {
        expect(on).toBe(day);
        seen.set(`${day} ${what}`, key);
        const { steps } = await app.must('reintegration.get', { exclusionId });
        const one = steps.find(({ id }) => key.endsWith(id));
        await app.must('reintegration.finish-step', {
          stepId: one?.id ?? '',
          version: one?.version ?? 0,
          doneOn: day,
          outcome: 'Going well',
        });
      }
    }
    expect([...seen.keys()]).toEqual([
      '2025-11-24 Look in one school week after the return: Ms Reed',
      '2025-12-05 Review the part-time return, which ends: Ms Reed',
      '2025-12-15 Look in four school weeks after the return: Ms Reed',
    ]);
    expect(new Set(seen.values()).size).toBe(3);
  });

  it('stays due while nobody does it, and names the pupil and the screen', async () => {
    await app.must('reintegration.add-step', { exclusionId, ...step });
    app.goTo('2025-12-12');
    expect(await due()).toMatchObject([
      {
        pupilId: amara,
        pupilName: 'Amara Okafor',
        on: '2025-12-05',
        to: `/record/return/${exclusionId}`,
      },
    ]);
  });

  it('is nothing once the case was taken back, the pupil has left or is permanently excluded', async () => {
    await app.must('reintegration.add-step', { exclusionId, ...step });
    app.goTo('2025-12-05');
    expect(await due()).toHaveLength(1);
    await app.services.store.write(async (db) => {
      await db.update(db.tables.pupils).set({ leavingDate: '2025-12-04' });
      return { ok: true };
    });
    expect(await due()).toEqual([]);
    await app.services.store.write(async (db) => {
      await db.update(db.tables.pupils).set({ leavingDate: null });
      return { ok: true };
    });
    await app.issue(amara, { kind: 'permanent', startDate: '2025-12-05' });
    expect(await due()).toEqual([]);
  });

  it('a meeting whose day has come stands here only where no duty asks for it', async () => {
    const noted = { exclusionId, version: 0, meetingOn: '2025-11-18' };
    await app.must('reintegration.save', noted);
    app.goTo('2025-11-18');
    expect(await due()).toEqual([]);
    await app.services.store.write(async (db) => {
      await db.update(db.tables.duties).set({ owed: false });
      return { ok: true };
    });
    expect(await due()).toMatchObject([
      { key: `reintegration-meeting:${exclusionId}`, what: 'Note how the reintegration meeting went' },
    ]);
    await app.must('reintegration.save', {
      ...noted,
      version: 1,
      heldOn: '2025-11-18',
      present: 'Amara and her mother',
    });
    expect(await due()).toEqual([]);
  });
});
