import { afterEach, describe, expect, it, vi } from 'vitest';
import { getTableName, is, Table } from 'drizzle-orm';
import { verifyAudit } from '#main/security/verify-audit.ts';
import { openExclusionApp, type ExclusionApp } from '../builders/exclusion-school.ts';
import { wholeWeek } from '../builders/provider-book.ts';

const opened: ExclusionApp[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const app of opened.splice(0)) await app.close();
});

const WEEK = { date: '2025-11-17', slot: 'am' as const };

/** A day in the office: what the features keep, one after the other. Gives what was answered. */
async function day(app: ExclusionApp): Promise<readonly unknown[]> {
  const answers: unknown[] = [];
  const did = async <T>(answer: Promise<T>): Promise<T> => {
    answers.push(await answer);
    return answer;
  };
  const [amara, ben] = [await app.pupil('Amara Okafor'), await app.pupil('Ben Brown')];
  const contact = { pupilId: amara, relation: 'parent' as const, name: 'Mrs Okafor', position: 1 };
  const { id: contactId } = await did(app.must('contacts.save', contact));
  await did(app.must('contacts.save', { ...contact, relation: 'social-worker', name: 'Ms Worker' }));
  await did(
    app.must('pupils.set-earlier-half-days', {
      pupilId: amara,
      schoolYear: 2025,
      term: 'autumn',
      halfDays: 4,
      source: 'Former school',
    }),
  );
  const draft = await did(app.must('exclusions.save-draft', app.draft(ben)));
  await did(app.must('exclusions.discard-draft', { id: draft.id }));
  const week = { startDate: WEEK.date, halfDays: 10 };
  const { id: exclusionId } = await did(app.issue(amara, week));
  const other = await did(app.issue(ben, week));
  const exam = { kind: 'public-examination' as const, name: 'English resit', date: '2025-11-18' };
  const { id: examId } = await did(app.must('exams.save', { ...exam, slot: 'am', pupilId: amara }));
  await did(app.must('exams.remove', { id: examId }));
  await did(
    app.must('duties.fulfil', {
      exclusionId,
      key: 'tell-governors',
      on: '2025-11-12',
      how: 'By telephone',
      byWhom: 'Mrs Head',
    }),
  );
  await did(app.must('duties.reopen', { exclusionId, key: 'tell-governors', reason: 'Nobody answered' }));
  const provider = { kind: 'pru' as const, name: 'Oak PRU', sessions: wholeWeek(8) };
  const { id: providerId } = await did(app.must('providers.save', provider));
  const pm = { ...WEEK, slot: 'pm' as const };
  const held = await did(
    app.must('places.book', { exclusionId, providerId, sessions: [WEEK, pm], hold: true }),
  );
  await did(app.must('places.confirm', { placeIds: held.placeIds }));
  await did(app.must('places.cancel', { placeIds: held.placeIds.slice(0, 1), reason: 'Ill' }));
  const tuesday = { date: '2025-11-18', slot: 'am' as const };
  await did(app.must('places.book', { exclusionId: other.id, providerId, sessions: [tuesday] }));
  await did(app.must('apart.add', { pupilIds: [amara, ben], reason: 'They fought', from: '2025-11-12' }));
  const closed = { providerId, from: '2025-12-01', to: '2025-12-02', slot: 'all' as const };
  const { closureId } = await did(app.must('providers.close', { ...closed, reason: 'Boiler' }));
  await did(app.must('providers.reopen', { closureId }));
  await did(app.must('letters.save', { exclusionId, templateId: 'parents-short', gaps: {} }));
  await did(app.must('support.raise', { pupilId: amara, criterionId: 'agency' }));
  await did(app.must('contacts.remove', { id: contactId }));
  await did(
    app.must(
      'exclusions.cancel',
      {
        id: other.id,
        version: other.version,
        back: { date: '2025-11-20', slot: 'am' },
        reason: 'New facts',
      },
      'decider',
    ),
  );
  const { terms, closures } = await app.must('calendar.get', { schoolYear: 2025 });
  await did(app.must('calendar.save', { schoolYear: 2025, terms, closures: closures.slice(1) }));
  return answers;
}

/** How many rows every table has, and what the trail says was done. */
async function record(app: ExclusionApp) {
  const rows = await app.services.store.read(async (db) => {
    const counts: Record<string, number> = {};
    for (const table of Object.values(db.tables)) {
      if (is(table, Table)) counts[getTableName(table)] = (await db.select().from(table)).length;
    }
    return counts;
  });
  return { rows, trail: (await app.audit()).map(({ operation }) => operation) };
}

/** Ids are new ones at every try; what is left of an answer is not. */
const withoutIds = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll(/test-\d+/g, 'an id'));

describe('work that is undone and done again from its start', () => {
  it('leaves the same rows, answers and trail as work that is done once', async () => {
    const once = await openExclusionApp({ promiseFromDay: 1 });
    vi.stubEnv('FIRST_DAY_TEST_TWICE', '1');
    const twice = await openExclusionApp({ promiseFromDay: 1 });
    opened.push(once, twice);

    const answers = await day(once);
    expect(withoutIds(await day(twice))).toEqual(withoutIds(answers));
    expect(await record(twice)).toEqual(await record(once));
    expect(await verifyAudit(twice.services.store)).toMatchObject({ found: 0 });
  });

  it('was really done twice', async () => {
    vi.stubEnv('FIRST_DAY_TEST_TWICE', '1');
    const app = await openExclusionApp();
    opened.push(app);
    let times = 0;
    await app.services.store.write(async () => {
      times += 1;
    });
    expect(times).toBe(2);
  });
});
