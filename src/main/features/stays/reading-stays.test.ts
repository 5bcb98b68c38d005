import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import { runWith } from '../../../../tests/builders/run-with.ts';
import { openStayBook, wholeDays, type StayApp } from '../../../../tests/builders/stay-book.ts';
import { readDocxText } from '../../../../tests/documents/read-docx-text.ts';

let app: StayApp;
beforeEach(async () => {
  app = await openStayBook();
});
afterEach(() => app.close());

const [mon, tue] = ['2025-11-17', '2025-11-18'] as const;

async function staying(options: Parameters<StayApp['centre']>[1] = {}) {
  const exclusionId = await app.exclude('Amara Okafor');
  const providerId = await app.centre('Oak Centre', options);
  return {
    exclusionId,
    providerId,
    placementId: await app.stay(exclusionId, providerId, wholeDays(mon, tue)),
  };
}

const said = (result: Awaited<ReturnType<typeof app.run>>) =>
  result.ok ? undefined : `${result.error.code}: ${result.error.message}`;

describe('stays.get', () => {
  it('has the stay with its days as booked and as they came, its hours and its sessions', async () => {
    const { exclusionId, placementId } = await staying({ rules: { transport: 'authority' } });
    const tuesday = await app.placeAt(placementId, { date: tue, slot: 'pm' });
    await app.must('places.cancel', { placeIds: [tuesday], code: 'shortened', reason: 'Half day' });
    expect(await app.get(placementId)).toMatchObject({
      exclusionId,
      title: 'Suspension, 5 days from Mon 17 November am',
      name: 'Amara Okafor',
      form: '9B',
      schoolName: 'Harbour School',
      providerKind: 'pru',
      transport: 'authority',
      expectedFrom: mon,
      expectedTo: tue,
      actualFrom: mon,
      actualTo: tue,
      earlierStays: 0,
      hours: [{ monday: mon, hours: 8.5 }],
      attendance: { attended: 0, possible: 0, late: 0 },
    });
    expect(
      (await app.get(placementId)).places.map(({ state, starts, ended }) => [state, starts, ended]),
    ).toEqual([
      ['booked', '09:00', undefined],
      ['booked', '13:00', undefined],
      ['booked', '09:00', undefined],
      ['cancelled', '13:00', 'Half day'],
    ]);
  });

  it('names the exclusion to nobody at the provider', async () => {
    const { exclusionId, placementId } = await staying();
    const stay = await app.must('stays.get', { placementId }, 'provider-staff');
    expect(stay.title).toBe('Placed by the school');
    expect(stay).not.toHaveProperty('exclusionId');
    const { stays } = await app.must('stays.list', { exclusionId }, 'provider-staff');
    expect(stays).toMatchObject([{ placementId }]);
    expect(stays[0]).not.toHaveProperty('exclusionId');
  });

  it('is refused where there is none', async () => {
    expect(said(await app.run('stays.get', { placementId: 'nothing' }))).toMatch(
      /^not-found: .*not on record/,
    );
  });
});

describe('stays.list', () => {
  it('has the stays of a pupil, newest first, with what is attended, open and given up', async () => {
    const { exclusionId, providerId, placementId } = await staying({ rules: { reportDays: 1 } });
    const other = await app.stay(exclusionId, providerId, wholeDays('2025-11-20'));
    const gone = (await app.get(other)).places.map(({ placeId }) => placeId);
    await app.must('places.cancel', { placeIds: gone, reason: 'Not needed' });
    await app.stay(await app.exclude('Ben Ali'), providerId, wholeDays(mon));
    app.goTo(mon);
    await app.must('stays.mark', {
      marks: [{ placeId: await app.placeAt(placementId, { date: mon, slot: 'am' }), outcome: 'attended' }],
    });
    const { pupilId } = await app.get(placementId);
    const { stays } = await app.must('stays.list', { pupilId });
    expect(stays).toMatchObject([
      { placementId: other, from: '2025-11-20', sessions: 0, open: 0, cancelled: true },
      { placementId, from: mon, to: tue, sessions: 4, attended: 1, open: 1, cancelled: false },
    ]);
    expect((await app.must('stays.list', { providerId })).stays).toHaveLength(3);
  });
});

describe('stays.register', () => {
  it('has who comes, with whom, with what, and what is missing', async () => {
    const { placementId, providerId } = await staying({
      rules: { codeOfConduct: true, papers: ['medical'], adultsNeeded: 2, workDaysBefore: 0 },
      adults: ['Ms Reed', 'Mr Finch'],
    });
    await app.do(placementId, 'medical form');
    await app.do(placementId, 'signed by a parent');
    await app.do(placementId, 'Set work', { verdict: 'unsuitable' });
    await app.must('places.name-escort', { placementId, date: mon, name: 'Mr Lane' });
    app.goTo(mon);
    const register = await app.must('stays.register', { providerId }, 'provider-staff');
    expect(register).toMatchObject({
      date: mon,
      label: 'Mon 17 November 2025',
      providerName: 'Oak Centre',
      previousDay: '2025-11-14',
      nextDay: tue,
    });
    const [am, pm] = register.sessions;
    expect(am).toMatchObject({
      slot: 'am',
      starts: '09:00',
      capacity: 12,
      adults: ['Mr Finch', 'Ms Reed'],
      adultsNeeded: 2,
      pupils: [
        {
          name: 'Amara Okafor',
          schoolName: 'Harbour School',
          escort: 'Mr Lane',
          missing: ['Set other work: what came was not suitable', 'Code of conduct, pupil'],
          received: ['Medical form', 'Code of conduct, parent'],
          repeat: false,
        },
      ],
    });
    expect(JSON.stringify(register)).not.toMatch(/exclusionId|uspension/);
    expect(pm).toMatchObject({ slot: 'pm', adultsNeeded: 2, pupils: [{ name: 'Amara Okafor' }] });
  });

  it('says why the provider is closed, leaves out what it does not run, and goes round weekends and holidays', async () => {
    const providerId = await app.centre('Mornings', {
      sessions: [{ weekday: 5, slot: 'am', capacity: 4, starts: '09:00', ends: '12:00' }],
    });
    await app.must('providers.close', {
      providerId,
      from: '2025-10-24',
      to: '2025-10-24',
      slot: 'am',
      reason: 'Flood',
    });
    expect(await app.must('stays.register', { providerId, date: '2025-10-24' })).toMatchObject({
      nextDay: '2025-11-03',
      previousDay: '2025-10-23',
      sessions: [{ slot: 'am', capacity: 0, closed: 'Flood', pupils: [] }],
    });
    expect(said(await app.run('stays.register', { providerId: 'nothing' }))).toMatch(/^not-found/);
  });
});

describe('the end-of-placement report', () => {
  const texts = {
    work: 'Finished the set maths.',
    behaviour: 'Calm & polite.',
    nextSteps: 'A word each Friday.',
  };

  async function attended() {
    const { placementId } = await staying({
      rules: { reportDays: 1, courses: [{ name: 'Anger management', sessions: 8 }] },
    });
    app.goTo(tue);
    const places = (await app.get(placementId)).places.map(({ placeId }) => placeId);
    await app.must('stays.mark', {
      marks: places.map((placeId, at) =>
        at === 1
          ? { placeId, outcome: 'absent' as const, reason: 'ill' as const }
          : { placeId, outcome: 'attended' as const, ...(at === 2 ? { arrivedAt: '09:20' } : {}) },
      ),
    });
    await app.must('stays.course', { placementId, course: 'Anger management', sessions: 3, on: tue });
    return placementId;
  }

  it('is written, and finished only with work, behaviour and attendance', async () => {
    const { placementId } = await staying({ rules: { reportDays: 1 } });
    const empty = { placementId, work: '', behaviour: 'Calm.', nextSteps: '' };
    expect(await app.must('stays.report', empty, 'provider-staff')).toEqual({ version: 1 });
    const finishing = await app.run('stays.report', { ...empty, version: 1, finish: true });
    expect(said(finishing)).toBe(
      'refused: The report cannot be finished. It tells of work and of behaviour. Attendance is part of it, and nobody marked yet: ' +
        'Mon 17 November am, Mon 17 November pm, Tue 18 November am, Tue 18 November pm. Nothing was saved; save it unfinished meanwhile.',
    );
    expect(finishing).toMatchObject({ error: { fields: [{ path: 'work' }] } });
    expect(said(await app.run('stays.report', empty))).toMatch(/^conflict: Nothing was saved: somebody else/);
  });

  it('does its task when it is finished, and is written on only after that is taken back', async () => {
    const placementId = await attended();
    await app.must('stays.report', { placementId, ...texts, finish: true });
    const stay = await app.get(placementId);
    expect(stay.report).toEqual({ ...texts, version: 1, finishedOn: tue, finishedBy: 'Test Person' });
    const task = stay.tasks.find(({ kind }) => kind === 'report');
    expect(task).toMatchObject({ doneOn: tue });
    const again = { placementId, ...texts, version: 1 };
    expect(said(await app.run('stays.report', again))).toMatch(
      /^conflict: .*was finished on Tue 18 November 2025/,
    );
    await app.must('stays.reopen-task', {
      taskId: task?.id ?? '',
      version: 2,
      as: 'open',
      reason: 'A mistake',
    });
    await app.must('stays.report', { ...again, version: 2 });
    expect((await auditOf(app, 'stays.report')).map(({ detail }) => detail)).toMatchObject([
      { before: null, after: { finishedOn: tue } },
      { before: { finishedOn: null }, after: { finishedOn: null } },
    ]);
  });

  it('is written on as it is where no rule asks for one, as there is no task to take back', async () => {
    const placementId = await attended();
    await app.must('stays.report', { placementId, ...texts, finish: true });
    const task = (await app.get(placementId)).tasks.find(({ kind }) => kind === 'report');
    const named = { taskId: task?.id ?? '', reason: 'Not asked for' };
    await app.must('stays.reopen-task', { ...named, version: 2, as: 'open' });
    await app.must('stays.reopen-task', { ...named, version: 3, as: 'dropped' });
    await app.must('stays.report', { placementId, ...texts, version: 2, finish: true });
    await app.must('stays.report', {
      placementId,
      ...texts,
      work: 'More was done',
      version: 3,
      finish: true,
    });
    expect((await app.get(placementId)).report).toMatchObject({ work: 'More was done', version: 4 });
  });

  it('is put on paper when it is finished, with attendance, work, behaviour and courses', async () => {
    const placementId = await attended();
    const target = (name: string) => ({
      path: join(app.folder, name),
      destination: app.fileId(join(app.folder, name)),
    });
    const { path, destination } = target('report.docx');
    const word = { placementId, format: 'word', destination } as const;
    expect(said(await app.run('stays.print-report', word))).toMatch(/^refused: .*not finished/);
    expect(existsSync(path)).toBe(false);
    await app.must('stays.report', { placementId, ...texts, finish: true });
    await app.must('stays.print-report', word, 'provider-staff');
    const paper = readDocxText(readFileSync(path));
    for (const words of [
      'Amara Okafor (9B), Harbour School',
      'At Oak Centre',
      'From Mon 17 November 2025 to Tue 18 November 2025',
      'Attended 3 of 4 sessions, 1 of them late.',
      'Mon 17 November pm: absent, ill',
      'Tue 18 November am: attended, arrived 9.20 am',
      texts.work,
      texts.behaviour,
      'Anger management: not completed, 3 of 8 done; it goes on at the next stay',
      texts.nextSteps,
    ]) {
      expect(paper.replaceAll('\u00a0', ' ')).toContain(words);
    }
    expect((await auditOf(app, 'stays.print-report')).at(-1)).toMatchObject({
      subjectId: placementId,
      detail: { format: 'docx', fileName: 'report.docx', reportVersion: 1 },
    });

    const pdf = { ...word, format: 'pdf', destination: target('report.pdf').destination } as const;
    expect(said(await app.run('stays.print-report', pdf))).toMatch(/^refused: PDF can be made only in/);
    const printed = await runWith(
      app,
      { printPdf: async (html) => Buffer.from(html) },
      'stays.print-report',
      pdf,
    );
    expect(printed.ok).toBe(true);
    expect(readFileSync(target('report.pdf').path, 'utf8')).toContain('Calm &amp; polite.');
  });
});
