import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditOf } from '../builders/audit-of.ts';
import { addSupportOfKai } from '../builders/support-of-kai.ts';
import { mustBe as must, openMovingSchool, type MovingSchool } from '../builders/transfer-pair.ts';

let northgate: MovingSchool;
let southfield: MovingSchool;
/** The same child at both. */
let there: string;
let here: string;

beforeEach(async () => {
  northgate = await openMovingSchool({ laEstab: '2014001', name: 'Northgate School' });
  southfield = await openMovingSchool({ laEstab: '2014002', name: 'Southfield Academy' });
  there = await northgate.kai();
  here = await southfield.kai();
});
afterEach(async () => {
  await northgate.close();
  await southfield.close();
});

/** Days out at the first school: 40 from 13 November, half of them in the spring term. */
const fortyDays = () => northgate.issue(there, { halfDays: 80 });

describe('a pupil who moves to another school', () => {
  it('brings the days out, exactly, into every term and total', async () => {
    await fortyDays();
    const { years } = await northgate.must('pupils.get', { pupilId: there });
    await must(southfield.take(await northgate.handOn(there)));
    const moved = (await southfield.must('pupils.get', { pupilId: here })).years;
    expect(moved).toEqual(years.map((year) => ({ ...year, earlierHalfDays: year.halfDays })));
    expect(await southfield.yearTotal(here)).toBe(80);
    const [listed] = (await southfield.must('pupils.list', {})).rows;
    expect(listed?.yearHalfDays).toBe(80);
  });

  it('with 40 days there has five left here: six are refused, over 45', async () => {
    await fortyDays();
    await must(southfield.take(await northgate.handOn(there)));
    southfield.goTo('2026-03-02');
    const on = { startDate: '2026-03-03', incidentOn: '2026-03-02', halfDays: 12 };
    const seen = await southfield.must('exclusions.preview', southfield.draft(here, on));
    expect(seen.year).toMatchObject({ beforeHalfDays: 80, afterHalfDays: 92, earlierHalfDays: 80 });
    expect(await southfield.run('exclusions.issue', southfield.draft(here, on))).toMatchObject({
      ok: false,
      error: {
        fields: [
          {
            message:
              'This pupil has 40 days this school year (40 at an earlier school). 6 days more makes 46; the limit is 45. 5 days are left.',
          },
        ],
      },
    });
    await southfield.issue(here, { ...on, halfDays: 10 });
    expect(await southfield.yearTotal(here)).toBe(90);
  });

  it('brings exclusions, placements, courses, support, targets, referrals and what worked, as they were', async () => {
    const { id } = await northgate.issue(there);
    await addSupportOfKai(northgate, { pupilId: there, exclusionId: id });
    await must(southfield.take(await northgate.handOn(there)));
    const { records } = await southfield.must('transfer.earlier', { pupilId: here });
    expect(records).toMatchObject([
      {
        from: { name: 'Northgate School', laEstab: '2014001' },
        importedBy: 'Test Person',
        history: {
          exclusions: [
            {
              kind: 'fixed-period',
              from: '2025-11-13',
              to: '2025-11-14',
              halfDays: 4,
              reasons: ['Physical assault against a pupil'],
              whatWorked: 'A walk before lessons',
            },
          ],
          placements: [
            {
              provider: 'The Bridge',
              from: '2025-11-13',
              to: '2025-11-14',
              sessions: 2,
              attended: 1,
              report: { work: 'All done', behaviour: 'Calm', nextSteps: 'A mentor' },
            },
          ],
          courses: [{ course: 'Anger management', done: 3, total: 6 }],
          support: [
            {
              since: '2025-11-12',
              categories: ['A'],
              why: ['Excluded once, 13 November'],
              keyWorker: 'Ms Reed',
              keyWorkerRole: 'Learning Mentor',
            },
          ],
          targets: [
            { target: 'Ask before leaving the room', state: 'partly-met' },
            { target: 'Homework club on Tuesdays', state: 'open' },
          ],
          referrals: [
            { agency: 'Family team', on: '2025-11-12', state: 'accepted', answer: 'First visit in December' },
          ],
        },
      },
    ]);
  });

  it('counts under the former number too, whichever school knows it', async () => {
    await northgate.issue(there);
    await southfield.services.store.write((db) =>
      db.update(db.tables.pupils).set({ upn: 'B000000000009', formerUpn: 'A000000000001' }),
    );
    await must(southfield.take(await northgate.handOn(there)));
    expect(await southfield.yearTotal(here)).toBe(4);
  });

  it('leaves a line in the audit trail of both schools, without what the file says', async () => {
    await northgate.issue(there);
    await must(southfield.take(await northgate.handOn(there)));
    expect(await auditOf(northgate, 'transfer.export')).toMatchObject([
      { subjectId: '2014001', detail: { became: 'made' } },
      { subjectId: there, outcome: 'left', detail: { yearHalfDays: 4, exclusions: 1 } },
    ]);
    const rows = await auditOf(southfield, 'transfer.import');
    expect(rows).toMatchObject([
      {
        subjectId: here,
        detail: {
          from: '2014001',
          replaced: null,
          before: [],
          after: [{ schoolYear: 2025, term: 'autumn', halfDays: 4 }],
        },
      },
      { subjectId: '2014001', detail: { became: 'confirmed' } },
    ]);
    expect(JSON.stringify(rows)).not.toContain('assault');
    const { history } = await southfield.must('pupils.get', { pupilId: here });
    expect(history.map(({ text }) => text)).toContain(
      'Took over the file of Northgate School: days at earlier schools now 2 days (was none)',
    );
  });
});

describe('days typed by hand before the file came', () => {
  const typed = (halfDays: number, source: string) =>
    southfield.must('pupils.set-earlier-half-days', {
      pupilId: here,
      schoolYear: 2025,
      term: 'autumn',
      halfDays,
      source,
    });

  it('are replaced where they are of the school that now speaks, and the dry run says so', async () => {
    await northgate.issue(there);
    await typed(6, 'Phone call, northgate school');
    const file = await northgate.handOn(there);
    expect(await must(southfield.preview(file))).toMatchObject({
      typed: [{ halfDays: 6, becomes: 'replaced' }],
      terms: [{ schoolYear: 2025, term: 'autumn', before: 6, after: 4 }],
    });
    expect(await southfield.earlier(here)).toEqual(['2025 autumn 6']);
    await must(southfield.take(file));
    expect(await southfield.earlier(here)).toEqual(['2025 autumn 4']);
  });

  it('are asked about where they may be of another school, and nothing is saved before the answer', async () => {
    await northgate.issue(there);
    await typed(6, 'Letter in the pupil’s folder');
    const file = await northgate.handOn(there);
    expect(await must(southfield.preview(file))).toMatchObject({ typed: [{ becomes: 'asked' }] });
    expect(await southfield.take(file)).toMatchObject({
      ok: false,
      error: { code: 'refused', fields: [{ path: 'typed.2025.autumn' }] },
    });
    expect(await southfield.earlier(here)).toEqual(['2025 autumn 6']);
    expect((await southfield.must('transfer.earlier', { pupilId: here })).records).toEqual([]);

    const autumn = { schoolYear: 2025, term: 'autumn' } as const;
    await must(southfield.take(file, { typed: [{ ...autumn, count: true }] }));
    expect(await southfield.earlier(here)).toEqual(['2025 autumn 10']);
    // A later file asks again, and what was typed is still told apart from what the file said.
    northgate.goTo('2025-11-24');
    southfield.goTo('2025-11-24');
    const later = await northgate.handOn(there);
    expect(await must(southfield.preview(later))).toMatchObject({
      typed: [{ halfDays: 6, source: 'Letter in the pupil’s folder', becomes: 'asked' }],
    });
    await must(southfield.take(later, { typed: [{ ...autumn, count: false }] }));
    expect(await southfield.earlier(here)).toEqual(['2025 autumn 4']);
  });

  it('never make more than 45 days of a school year', async () => {
    await fortyDays();
    await typed(40, 'Letter in the pupil’s folder');
    const count = [{ schoolYear: 2025, term: 'autumn', count: true }] as const;
    expect(await southfield.take(await northgate.handOn(there), { typed: [...count] })).toMatchObject({
      ok: false,
      error: {
        message: expect.stringContaining('this makes 60 days at earlier schools in 2025/26') as string,
      },
    });
    expect(await southfield.earlier(here)).toEqual(['2025 autumn 40']);
  });
});
