import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '#shared/kernel/result.ts';
import { readTransferFile, writeTransferFile } from '#main/exchange/transfer-file.ts';
import { makeSigningKey } from '#main/exchange/signing-keys.ts';
import { auditOf } from '../builders/audit-of.ts';
import { addSupportOfKai } from '../builders/support-of-kai.ts';
import { openMovingSchool, type MovingSchool } from '../builders/transfer-pair.ts';

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

const must = async <T>(result: Promise<Result<T>>): Promise<T> => {
  const answer = await result;
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
};

const refusedWith = (message: RegExp) => ({
  ok: false,
  error: { problems: [{ severity: 'error', message: expect.stringMatching(message) as string }] },
});

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

describe('a file is refused', () => {
  it('with any byte of it altered, cut short or added to', async () => {
    await northgate.issue(there);
    const file = await northgate.handOn(there);
    expect(readTransferFile(file).ok).toBe(true);
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const altered = Buffer.from(file);
        altered.writeUInt8(altered.readUInt8(at) ^ by, at);
        expect(readTransferFile(altered)).toMatchObject({ ok: false, error: { code: 'unreadable-file' } });
      }),
      { numRuns: 300 },
    );
    for (const other of [file.subarray(0, -1), Buffer.concat([file, Buffer.from(' ')]), Buffer.alloc(0)])
      expect(readTransferFile(other).ok).toBe(false);
    const fewer = Buffer.from(file.toString('utf8').replace('"halfDays":4', '"halfDays":2'));
    expect(await southfield.take(fewer)).toMatchObject(refusedWith(/altered/));
    expect(await southfield.earlier(here)).toEqual([]);
  });

  it('of another pupil, saying in what: the number, the date of birth, the surname', async () => {
    await northgate.issue(there);
    const file = await northgate.handOn(there);
    const other = await southfield.pupil('Kim Other', { dob: '2011-01-02' });
    expect(await southfield.take(file, { pupilId: other })).toMatchObject(
      refusedWith(
        /another pupil: the UPN is A000000000001 in the file and A000000000002 here; the date of birth is 2012-03-04 in the file and 2011-01-02 here; the surname is Moreau in the file and Other here/,
      ),
    );
    await southfield.services.store.write((db) => db.update(db.tables.pupils).set({ dob: '2012-03-05' }));
    expect(await southfield.take(file)).toMatchObject(refusedWith(/another pupil: the date of birth/));
    expect(await southfield.earlier(here)).toEqual([]);
  });

  it('of nobody on the roll, and one that the school wrote itself', async () => {
    await northgate.pupil('Nobody Else');
    const second = await northgate.pupil('Lena Stray');
    expect(await southfield.take(await northgate.handOn(second))).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(await northgate.take(await northgate.handOn(there))).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('your own school') as string },
    });
  });

  it('older than the one there; the same again changes nothing and says so; a newer one takes its place', async () => {
    await northgate.issue(there);
    const first = await northgate.handOn(there);
    northgate.goTo('2025-11-24');
    await northgate.issue(there, { startDate: '2025-11-25', incidentOn: '2025-11-24', halfDays: 6 });
    const second = await northgate.handOn(there);

    expect(await must(southfield.take(first))).toMatchObject({ outcome: 'taken' });
    expect(await must(southfield.take(first))).toMatchObject({ outcome: 'same' });
    expect(await auditOf(southfield, 'transfer.import')).toHaveLength(2);
    expect(await southfield.yearTotal(here)).toBe(4);

    expect(await must(southfield.preview(second))).toMatchObject({
      outcome: 'newer',
      key: { standing: 'confirmed' },
      terms: [{ before: 4, after: 10 }],
    });
    expect(await must(southfield.take(second))).toMatchObject({ outcome: 'replaced' });
    expect(await southfield.yearTotal(here)).toBe(10);
    expect((await southfield.must('transfer.earlier', { pupilId: here })).records).toHaveLength(1);

    expect(await southfield.take(first)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('A later file of Northgate School is here') as string },
    });
    expect(await southfield.yearTotal(here)).toBe(10);
  });

  it('until somebody compared the key of a school that was never met, and when that school comes with another key', async () => {
    await northgate.issue(there);
    const file = await northgate.handOn(there);
    expect(await must(southfield.preview(file))).toMatchObject({ key: { standing: 'unknown' } });
    for (const fingerprint of ['', '0000 0000 0000 0000 0000 0000 0000 0000'])
      expect(await southfield.take(file, { fingerprint })).toMatchObject({
        ok: false,
        error: { fields: [{ path: 'fingerprint' }] },
      });
    expect(await southfield.earlier(here)).toEqual([]);
    await must(southfield.take(file));

    // Somebody else signs in the name of the school.
    const read = readTransferFile(file);
    if (!read.ok) throw new Error('unreadable');
    const { contents } = read.value;
    const forged = await must(
      Promise.resolve(
        writeTransferFile(
          { ...contents, history: { ...contents.history, madeAt: '2025-12-01T12:00:00.000Z', halfDays: [] } },
          makeSigningKey(),
        ),
      ),
    );
    expect(await must(southfield.preview(Buffer.from(forged)))).toMatchObject({
      key: { standing: 'changed' },
    });
    expect(await southfield.take(Buffer.from(forged), { fingerprint: '' })).toMatchObject({ ok: false });
    expect(await southfield.yearTotal(here)).toBe(4);
  });

  it('to who may not: the clerk writes none and reads none', async () => {
    const fileId = southfield.fileId('none');
    for (const answer of [
      await southfield.run('transfer.export', { pupilId: here }, 'governor-clerk'),
      await southfield.run('transfer.preview', { fileId }, 'governor-clerk'),
      await southfield.run('transfer.import', { fileId }, 'provider-staff'),
      await southfield.run('transfer.earlier', { pupilId: here }, 'authority'),
    ])
      expect(answer).toMatchObject({ ok: false, error: { code: 'not-permitted' } });
  });
});

describe('a pupil who moves again', () => {
  let westcliff: MovingSchool;
  let last: string;
  beforeEach(async () => {
    westcliff = await openMovingSchool({ laEstab: '2014003', name: 'Westcliff High' });
    last = await westcliff.kai();
    await northgate.issue(there);
  });
  afterEach(() => westcliff.close());

  const excludedHereToo = async () => {
    southfield.goTo('2025-11-24');
    await southfield.issue(here, { startDate: '2025-11-25', incidentOn: '2025-11-24', halfDays: 6 });
  };

  it('carries the days of both schools, once, even where the first one sends a file as well', async () => {
    const first = await northgate.handOn(there);
    await must(southfield.take(first));
    await excludedHereToo();
    const second = await southfield.handOn(here);
    for (const order of [
      [first, second],
      [second, first],
    ]) {
      for (const file of order) await must(westcliff.take(file));
      expect(await westcliff.yearTotal(last)).toBe(10);
      await westcliff.services.store.write(async (db) => {
        await db.delete(db.tables.earlierRecords);
        await db.delete(db.tables.earlierHalfDays);
      });
    }
    await must(westcliff.take(second));
    const [record] = (await westcliff.must('transfer.earlier', { pupilId: last })).records;
    expect(record?.history.exclusions).toMatchObject([
      { at: 'Northgate School', halfDays: 4 },
      { halfDays: 6 },
    ]);
  });

  it('carries days that were typed by hand there, and drops them once the school they are of speaks for itself', async () => {
    await southfield.must('pupils.set-earlier-half-days', {
      pupilId: here,
      schoolYear: 2025,
      term: 'autumn',
      halfDays: 5,
      source: 'Northgate School, by phone',
    });
    await excludedHereToo();
    await must(westcliff.take(await southfield.handOn(here)));
    expect(await westcliff.yearTotal(last)).toBe(11);
    await must(westcliff.take(await northgate.handOn(there)));
    expect(await westcliff.yearTotal(last)).toBe(10);
  });

  it('and comes back has the own days of the school once, on its own record', async () => {
    await must(southfield.take(await northgate.handOn(there)));
    await excludedHereToo();
    northgate.goTo('2025-12-01');
    await must(northgate.take(await southfield.handOn(here)));
    expect(await northgate.yearTotal(there)).toBe(10);
    expect(await northgate.earlier(there)).toEqual(['2025 autumn 6']);
  });

  it('has as many days as were corrected by hand, not more', async () => {
    await must(southfield.take(await northgate.handOn(there)));
    await southfield.must('pupils.set-earlier-half-days', {
      pupilId: here,
      schoolYear: 2025,
      term: 'autumn',
      halfDays: 3,
      source: 'Corrected after a call',
    });
    await must(westcliff.take(await southfield.handOn(here)));
    expect(await westcliff.yearTotal(last)).toBe(3);
  });
});
