import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openExclusionApp, type ExclusionApp } from '../../../../tests/builders/exclusion-school.ts';
import { addExclusion, addPlaces } from '../../../../tests/builders/pupil-exclusion.ts';

let app: ExclusionApp;
let amara: string;
let ben: string;
beforeEach(async () => {
  app = await openExclusionApp();
  amara = await app.pupil('Amara Okafor');
  ben = await app.pupil('Ben Brown');
});
afterEach(() => app.close());

const period = { from: '2025-09-01', to: '2025-12-19' };
const find = () => app.must('patterns.find', period);

const issue = (pupilId: string, startDate: string, more: object = {}) =>
  app.issue(pupilId, { startDate, incidentOn: startDate, halfDays: 2, decidedBy: 'Mrs Head', ...more });

describe('patterns.find', () => {
  it('counts reason, lesson, place, weekday and time, one spelling with another', async () => {
    await issue(amara, '2025-11-03', {
      incidentPlace: 'Dining hall',
      incidentLesson: 'Maths',
      incidentAt: '10.40',
    });
    await issue(amara, '2025-11-10', {
      incidentPlace: 'the dining-hall',
      incidentLesson: '',
      incidentAt: 'lunch',
    });
    await issue(ben, '2025-11-11', {
      incidentPlace: 'Dining hall ',
      incidentLesson: 'maths',
      incidentAt: '9.15 am',
    });
    expect(await find()).toMatchObject({
      exclusions: 3,
      pupils: 2,
      repeat: 1,
      enough: false,
      reason: { rows: [{ label: 'Physical assault against a pupil', times: 3, pupils: 2 }], once: 0 },
      place: { rows: [{ label: 'Dining hall', times: 3, pupils: 2 }], notNoted: 0 },
      lesson: { rows: [{ label: 'Maths', times: 2, pupils: 2 }], notNoted: 1 },
      weekday: { rows: [{ label: 'Monday', times: 2, pupils: 1 }], once: 1 },
      time: { rows: [{ label: '8.45 to 11 am', times: 2, pupils: 2 }], once: 1 },
    });
  });

  it('leaves out what was taken back, drafts, and what lies outside the days', async () => {
    const { id, version } = await issue(amara, '2025-11-17', { halfDays: 4, incidentOn: '2025-11-12' });
    const back = { date: '2025-11-17', slot: 'am' } as const;
    await app.must('exclusions.cancel', { id, version, back, reason: 'New evidence' }, 'decider');
    await app.must('exclusions.save-draft', app.draft(ben));
    expect(await find()).toMatchObject({ exclusions: 0, reason: { rows: [], once: 0 } });
    await issue(ben, '2025-11-12');
    expect(await app.must('patterns.find', { from: '2025-09-01', to: '2025-11-11' })).toMatchObject({
      exclusions: 0,
    });
    expect(await app.run('patterns.find', { from: '2025-11-02', to: '2025-11-01' })).toMatchObject({
      error: { code: 'invalid-input' },
    });
  });

  it('says nothing of any member of staff', async () => {
    await issue(amara, '2025-11-03');
    await issue(amara, '2025-11-10');
    const all = [
      await find(),
      await app.must('patterns.early', period),
      await app.must('patterns.effect', {}),
    ];
    expect(JSON.stringify(all)).not.toMatch(/Mrs Head|Test Person|staff/i);
    for (const role of ['provider-staff', 'governor-clerk', 'authority'] as const) {
      expect(await app.run('patterns.early', period, role)).toMatchObject({
        error: { code: 'not-permitted' },
      });
    }
  });
});

describe('patterns.early', () => {
  it('lists who was excluded twice, longer each time, for one reason, with the entry of the register', async () => {
    await issue(amara, '2025-11-03', { halfDays: 2 });
    await issue(amara, '2025-11-10', { halfDays: 5 });
    await issue(ben, '2025-11-10');
    const gone = await app.pupil('Carla Reyes', { leavingDate: '2025-11-11' });
    await issue(gone, '2025-11-03');
    await issue(gone, '2025-11-10');
    const entry = (await app.must('support.list', {})).entries.find(({ pupilId }) => pupilId === amara);
    expect(await app.must('patterns.early', period)).toEqual({
      pupils: [
        {
          pupilId: amara,
          name: 'Amara Okafor',
          form: '9B',
          times: 2,
          lastOn: '2025-11-10',
          signs: [
            'Excluded twice',
            'Longer each time: 1 day, 2.5 days',
            'Same reason twice: Physical assault against a pupil',
          ],
          entryId: entry?.id,
        },
      ],
    });
  });
});

describe('patterns.effect', () => {
  /** A stay of two days for an exclusion of so many days earlier, put straight into the tables. */
  async function stay(pupilId: string, name: string, days: readonly [string, string]) {
    const halfDays = days.flatMap(
      (day) =>
        [
          [day, 'am'],
          [day, 'pm'],
        ] as const,
    );
    await addExclusion(app, { id: name, pupilId, halfDays });
    await addPlaces(app, { exclusionId: name, pupilId, provider: 'Pupil referral unit', sessions: halfDays });
  }

  it('says of few stays only how many there are, and of one too recent that it is left out', async () => {
    await stay(amara, 'autumn', ['2025-11-05', '2025-11-06']);
    const shown = await app.must('patterns.effect', {});
    expect(shown).toMatchObject({ all: { stays: 0, pupils: 0 }, providers: [] });
    expect(shown.tooRecent + shown.tooEarly).toBe(1);
    expect(shown.all).not.toHaveProperty('figures');
    expect(shown.caution.join(' ')).toContain('regression to the mean');
  });
});
