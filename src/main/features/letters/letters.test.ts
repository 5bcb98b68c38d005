import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLetterApp, type LetterApp } from '../../../../tests/builders/letter-school.ts';

let app: LetterApp;

beforeEach(async () => {
  app = await openLetterApp();
});
afterEach(() => app.close());

const textOf = (blocks: readonly { lines: readonly (readonly { text: string }[])[] }[]): string =>
  blocks.flatMap(({ lines }) => lines.map((line) => line.map(({ text }) => text).join(''))).join('\n');

const needed = async (exclusionId: string): Promise<string[]> => {
  const { letters } = await app.must('letters.list', { exclusionId });
  return letters.filter((one) => one.needed).map(({ templateId }) => templateId);
};

describe('the letters of a case', () => {
  it('follow the term’s total, and say why', async () => {
    const pupilId = await app.child('Jo Ashdown');
    const first = await app.issue(pupilId, { halfDays: 10 });
    expect(await needed(first.id)).toEqual(['parents-short', 'notice-authority']);
    const second = await app.issue(pupilId, { startDate: '2025-12-01', halfDays: 1 });
    const { letters } = await app.must('letters.list', { exclusionId: second.id });
    expect(letters[0]).toMatchObject({
      templateId: 'parents-over-5',
      why: 'The term’s total is 5.5 days, more than 5.',
      state: 'not-issued',
    });
    expect(await needed(second.id)).toContain('notice-governors');
  });

  it('are not asked for once what they tell was noted as done in another way', async () => {
    const { id } = await app.issue(await app.child('Jo Ashdown'), { halfDays: 10 });
    await app.must('duties.fulfil', {
      exclusionId: id,
      key: 'tell-authority',
      on: '2025-11-12',
      how: 'Through the authority’s own portal',
      byWhom: 'Mrs Office',
    });
    expect(await needed(id)).toEqual(['parents-short']);
    const { letters } = await app.must('letters.list', { exclusionId: id });
    expect(letters.find(({ templateId }) => templateId === 'notice-authority')).toMatchObject({
      needed: false,
      why: 'It was noted as done on Wed 12 November 2025: Through the authority’s own portal.',
    });
  });

  it('ask of a draft for nothing', async () => {
    const draft = await app.must('exclusions.save-draft', app.draft(await app.child('Jo Ashdown')));
    expect(await app.must('letters.list', { exclusionId: draft.id })).toEqual({ letters: [] });
    expect(
      await app.run('letters.open', { exclusionId: draft.id, templateId: 'parents-short' }),
    ).toMatchObject({
      ok: false,
      error: { code: 'refused' },
    });
  });

  it('have their own for an examination that would be missed, with the last day of the law', async () => {
    const pupilId = await app.child('Jo Ashdown');
    await app.services.store.write((db) =>
      db.insert(db.tables.exams).values({
        id: 'exam-1',
        schoolId: 'school-1',
        pupilId,
        kind: 'public-examination',
        name: 'GCSE Mathematics',
        date: '2025-11-14',
        slot: 'am',
      }),
    );
    const { id } = await app.issue(pupilId);
    const letter = await app.open(id, 'parents-exam');
    expect(await needed(id)).toContain('parents-exam');
    expect(textOf(letter.blocks)).toContain('GCSE Mathematics, Friday 14 November 2025, morning');
    expect(textOf(letter.blocks)).toContain('at the latest on Wednesday 3 December 2025');
  });

  it('names the place, the times and the person from the itinerary, and blocks while there is none', async () => {
    const { id } = await app.issue(await app.child('Jo Ashdown'), { halfDays: 14 });
    const open = await app.open(id, 'parents-over-5');
    const gap = open.gaps.find(({ key }) => key === 'educationPlaces');
    expect(gap).toMatchObject({ from: 'missing', editable: true });
    expect(gap?.help).toContain('No place is booked from Thursday 20 November 2025. Book a place, or type');
    expect(open.canIssue).toBe(false);
    await app.fill(id, 'parents-over-5', { educationPlaces: 'Room 12, 9 am to 3 pm; ask for Mr Hale' });
    const typed = await app.open(id, 'parents-over-5');
    expect(textOf(typed.blocks)).toContain('Room 12, 9 am to 3 pm');
  });
});

describe('a letter', () => {
  it('is written from the record and cannot be typed over there', async () => {
    const { id } = await app.issue(await app.child('Jo Ashdown'));
    const letter = await app.open(id, 'parents-short');
    expect(textOf(letter.blocks)).toContain(
      'begins on Thursday 13 November 2025 and ends on Friday 14 November 2025 at the end of the day',
    );
    expect(letter.missing).toEqual([expect.stringContaining('how work is set')]);
    const refused = await app.run('letters.save', {
      exclusionId: id,
      templateId: 'parents-short',
      gaps: { ends: 'never' },
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });

  it('is kept exactly as it was sent, and fulfils the duty it stands for', async () => {
    const { id } = await app.issue(await app.child('Jo Ashdown'));
    const version = await app.fill(id, 'parents-short');
    const before = await app.open(id, 'parents-short');
    expect(before).toMatchObject({
      canIssue: true,
      dutyKey: 'tell-parents-writing',
      suggestedTo: 'Ms Dana Ashdown',
    });
    const { issueId } = await app.must('letters.issue', app.sending(id, 'parents-short', { version }));
    const sent = await app.must('letters.sent', { issueId });
    expect(sent.blocks).toEqual(before.blocks);
    expect(sent.issue).toMatchObject({ sentHow: 'by hand', sentOn: '2025-11-12', stale: [] });
    expect(sent.issue.sha256).toMatch(/^[0-9a-f]{64}$/);
    const { duties } = await app.must('duties.list', { exclusionId: id });
    expect(duties.find(({ key }) => key === 'tell-parents-writing')).toMatchObject({
      status: 'done',
      fulfilled: { on: '2025-11-12', how: 'Letter, by hand', byWhom: 'Test Person' },
    });
    expect((await app.audit()).at(-1)).toMatchObject({
      operation: 'letters.issue',
      subjectId: id,
      detail: { letter: 'parents-short', issueId, fulfilled: ['tell-parents-writing'] },
    });
  });

  it('cannot go with a gap unfilled', async () => {
    const { id } = await app.issue(await app.child('Jo Ashdown'));
    const refused = await app.run('letters.issue', app.sending(id, 'parents-short'));
    expect(refused).toMatchObject({ ok: false, error: { code: 'refused', fields: [{ path: 'gaps.work' }] } });
  });

  it('cannot go when it is not the one that the case asks for', async () => {
    const { id } = await app.issue(await app.child('Jo Ashdown'));
    const version = await app.fill(id, 'parents-over-5');
    const refused = await app.run('letters.issue', app.sending(id, 'parents-over-5', { version }));
    expect(refused).toMatchObject({ ok: false, error: { code: 'refused' } });
  });

  it('cannot go for a day to come, before the decision, or when somebody changed it since', async () => {
    const { id } = await app.issue(await app.child('Jo Ashdown'));
    const version = await app.fill(id, 'parents-short');
    const to = (more: object) =>
      app.run('letters.issue', app.sending(id, 'parents-short', { version, ...more }));
    expect(await to({ sentOn: '2025-11-13' })).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(await to({ sentOn: '2025-11-10' })).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    await app.fill(id, 'parents-short', { work: 'Other work.' });
    expect(await to({})).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });

  it('goes stale when the record changes, and says what changed', async () => {
    const pupilId = await app.child('Jo Ashdown');
    const { id } = await app.issue(pupilId);
    const version = await app.fill(id, 'parents-short');
    await app.must('letters.issue', app.sending(id, 'parents-short', { version }));
    await app.services.store.write((db) => db.update(db.tables.pupils).set({ surname: 'Ashdown-Lee' }));
    const { letters } = await app.must('letters.list', { exclusionId: id });
    expect(letters[0]).toMatchObject({
      state: 'stale',
      issues: [{ stale: ['The pupil’s name was “Jo Ashdown” and is now “Jo Ashdown-Lee”.'] }],
    });
    const notice = await app.open(id, 'notice-authority');
    expect(notice.agreement.filter(({ ok }) => !ok)).toEqual([
      expect.objectContaining({ blocks: false, text: expect.stringContaining('Send it again.') }),
    ]);
  });

  it('tells the parents, the authority and the governors when a case is taken back', async () => {
    const { id, version } = await app.issue(await app.child('Jo Ashdown'), { halfDays: 12 });
    await app.must('letters.issue', app.sending(id, 'notice-authority'));
    await app.must(
      'exclusions.cancel',
      { id, version, back: { date: '2025-11-14', slot: 'am' }, reason: 'It was somebody else.' },
      'decider',
    );
    expect(await needed(id)).toEqual(
      expect.arrayContaining(['parents-cancelled', 'notice-authority', 'notice-governors']),
    );
    const letter = await app.open(id, 'parents-cancelled');
    expect(textOf(letter.blocks)).toContain('It was somebody else.');
    expect(textOf(letter.blocks)).toContain('expected on Friday 14 November 2025 at the start of the day');
    const { letters } = await app.must('letters.list', { exclusionId: id });
    expect(letters.find(({ templateId }) => templateId === 'notice-authority')).toMatchObject({
      state: 'stale',
      issues: [{ stale: ['The exclusion was taken back after this was sent.'] }],
    });
  });

  it('of a decision is not asked for once it is taken back, and is stale until the parents were told', async () => {
    const { id, version } = await app.issue(await app.child('Jo Ashdown'));
    const gaps = await app.fill(id, 'parents-short');
    await app.must('letters.issue', app.sending(id, 'parents-short', { version: gaps }));
    const back = { date: '2025-11-14', slot: 'am' } as const;
    await app.must('exclusions.cancel', { id, version, back, reason: 'It was somebody else.' }, 'decider');
    const row = async () => (await app.must('letters.list', { exclusionId: id })).letters[0];
    expect(await row()).toMatchObject({
      templateId: 'parents-short',
      needed: false,
      issues: [{ stale: ['The exclusion was taken back after this was sent.'] }],
    });
    const { agreement } = await app.open(id, 'parents-cancelled');
    expect(agreement.filter(({ ok }) => !ok)).toEqual([]);
    await app.must('letters.issue', app.sending(id, 'parents-cancelled'));
    expect(await row()).toMatchObject({ needed: false, state: 'issued' });
  });

  it('of the governors’ decision is itself the notice from which the parents’ days count', async () => {
    const issued = await app.issue(await app.child('Jo Ashdown'), {
      kind: 'permanent',
      startDate: '2025-11-12',
    });
    const { id } = issued;
    app.goTo('2025-11-26');
    const record = async (type: 'meeting-set' | 'meeting-begun' | 'decision', outcome?: string) => {
      const { draft } = await app.must('exclusions.get', { id });
      await app.must('exclusions.record-event', {
        id,
        version: draft.version,
        type,
        on: '2025-11-26',
        ...(outcome === undefined ? {} : { outcome }),
      });
    };
    await record('meeting-set');
    await record('meeting-begun');
    await record('decision', 'upheld');
    const version = await app.fill(id, 'governors-decision', { decisionReasons: 'It was in proportion.' });
    const letter = await app.open(id, 'governors-decision');
    expect(letter.missing).toEqual([]);
    expect(textOf(letter.blocks)).toContain('The last day to ask is Wednesday 17 December 2025');
    await app.must('letters.issue', app.sending(id, 'governors-decision', { version }));
    const { duties } = await app.must('duties.list', { exclusionId: id });
    expect(duties.find(({ key }) => key === 'decision-letter')?.status).toBe('done');
    expect(duties.find(({ key }) => key === 'review-apply')?.dueBy).toBe('2025-12-17');
  });
});
