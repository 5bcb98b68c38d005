import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditOf } from '../../../../tests/builders/audit-of.ts';
import { openBook } from '../../../../tests/builders/provider-book.ts';
import { testUpn } from '../../../../tests/builders/pupil-upn.ts';
import {
  AUTUMN,
  openAuthorityApp,
  sentReturn,
  type AuthorityApp,
} from '../../../../tests/builders/return-authority.ts';

let app: AuthorityApp;
beforeEach(async () => {
  app = await openAuthorityApp();
});
afterEach(() => app.close());

/** Three schools send the spring census of 2026, whose window ends on 31 December 2025; pupil 2 was at two of them. */
async function threeReturns() {
  await app.receive({
    '1.xml': sentReturn([
      [1, 'SUSP', '2025-10-06', 8],
      [1, 'SUSP', '2025-11-10', 14],
      [2, 'SUSP', '2025-09-22', 4],
      [2, 'SUSP', '2025-10-13', 4],
      [3, 'SUSP', '2025-11-03', 20],
      [4, 'SUSP', '2025-05-12', 60],
    ]),
    '2.xml': sentReturn([[2, 'SUSP', '2025-12-01', 6]], { estab: '4002' }),
    '3.xml': sentReturn([], { estab: '4003' }),
  });
}

describe('authority.conference', () => {
  it('has nobody, and says that nobody has sent, in a database without returns', async () => {
    const list = await app.must('authority.conference', {}, 'authority');
    expect(list).toMatchObject({ asOf: '2026-01-21', pupils: [], considered: { pupils: 0, exclusions: 0 } });
    expect(list.notSent.length).toBe(list.schools);
  });

  it('lists pupils over all schools by their number, with which criterion, by how much, and from what', async () => {
    await threeReturns();
    const { pupils, considered } = await app.must('authority.conference', {});
    expect(pupils).toMatchObject([
      {
        upn: testUpn(1),
        figures: { daysTerm: 11, daysYear: 11, times: 2 },
        met: [{ criterion: { kind: 'days-in-term', overDays: 10 }, value: 11, by: 1, exclusions: [0, 1] }],
      },
      {
        upn: testUpn(2),
        schools: ['School 4002', 'School 4001'],
        met: [{ criterion: { kind: 'times-in-year', times: 3 }, value: 3, by: 0, exclusions: [0, 1, 2] }],
      },
    ]);
    // The exclusion of May was in the school year before.
    expect(considered).toEqual({ pupils: 3, exclusions: 6 });
  });

  it('looks from the last day that returns speak for, and says whose are missing for that term', async () => {
    await threeReturns();
    const list = await app.must('authority.conference', {});
    expect(list).toMatchObject({
      asOf: '2025-12-31',
      termFrom: '2025-08-01',
      termName: 'Autumn term 2025/26',
      limitDays: 45,
    });
    const missing = list.notSent.map(({ laEstab }) => laEstab);
    expect(missing).not.toContain('2014003');
    expect(missing.length).toBe(list.schools - 3);
  });

  it('looks from another day when asked: what came later is not counted', async () => {
    await threeReturns();
    const list = await app.must('authority.conference', { asOf: '2025-11-01' });
    expect(list.pupils).toEqual([]);
    expect(list.considered).toEqual({ pupils: 2, exclusions: 3 });
  });

  it('counts an exclusion of overlapping returns once', async () => {
    const may = [
      [1, 'SUSP', '2025-05-05', 10],
      [1, 'SUSP', '2025-06-09', 12],
    ] as const;
    await app.receive({ '1.xml': sentReturn(may), '2.xml': sentReturn(may, AUTUMN) });
    const { pupils } = await app.must('authority.conference', { asOf: '2025-07-18' });
    expect(pupils).toMatchObject([{ figures: { daysTerm: 11, times: 2 } }]);
  });

  it('is for those who may see pupils in the authority’s workspace', async () => {
    expect(await app.run('authority.conference', {}, 'recorder')).toMatchObject({
      ok: false,
      error: { code: 'not-permitted' },
    });
  });
});

describe('authority.set-conference-criteria', () => {
  const criteria = [{ kind: 'schools' as const, schools: 2 }];

  it('changes the list at once, with what was before in the audit trail', async () => {
    await threeReturns();
    expect(await app.must('authority.set-conference-criteria', { version: 0, criteria })).toEqual({
      version: 1,
    });
    const { pupils, version } = await app.must('authority.conference', {});
    expect([pupils.map(({ upn }) => upn), version]).toEqual([[testUpn(2)], 1]);
    expect(await auditOf(app, 'authority.set-conference-criteria')).toMatchObject([
      { detail: { before: { version: 0 }, after: { version: 1, criteria } } },
    ]);
  });

  it('refuses over somebody else’s change, and a criterion given twice', async () => {
    await app.must('authority.set-conference-criteria', { version: 0, criteria });
    expect(await app.run('authority.set-conference-criteria', { version: 0, criteria })).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    });
    expect(
      await app.run('authority.set-conference-criteria', {
        version: 1,
        criteria: [...criteria, ...criteria],
      }),
    ).toMatchObject({ ok: false, error: { code: 'invalid-input', fields: [{ path: 'criteria.1' }] } });
  });
});

describe('authority.conference-pupil', () => {
  it('has the exclusions of this year with their working, and those of earlier years', async () => {
    await threeReturns();
    await app.receive({ '4.xml': sentReturn([[1, 'SUSP', '2025-02-03', 3]], AUTUMN) });
    const { pupil, earlier, stays } = await app.must('authority.conference-pupil', { upn: testUpn(1) });
    expect(pupil).toMatchObject({ surname: 'Surname1', dob: '2011-10-09', figures: { daysYear: 11 } });
    expect(earlier).toMatchObject([{ startDate: '2025-02-03', halfDays: 3, schoolName: 'School 4001' }]);
    expect(stays).toBeUndefined();
  });

  it('does not know a pupil without an exclusion that year', async () => {
    await threeReturns();
    expect(await app.run('authority.conference-pupil', { upn: testUpn(4) })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });
});

it('authority.export-conference writes the list, and the trail keeps whose numbers went out', async () => {
  await threeReturns();
  const path = join(mkdtempSync(join(tmpdir(), 'conference-')), 'list.csv');
  await app.must('authority.export-conference', { destination: app.fileId(path) });
  const lines = readFileSync(path, 'utf8').split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[1]).toContain('Over 10 days this term: 11 days, 1 over');
  expect(await auditOf(app, 'authority.export-conference')).toMatchObject([
    { subjectId: '2025-12-31', detail: { upns: [testUpn(1), testUpn(2)] } },
  ]);
});

describe('a school’s own records', () => {
  it('are looked at up to today, without what was given back, and with the stays of the pupil', async () => {
    const school = await openBook();
    const providerId = await school.provider('Elm Centre', 2);
    const exclusionId = await school.exclude('Amara Okafor');
    await school.services.store.write((db) =>
      db.insert(db.tables.exclusionHalfDays).values(
        ['2025-11-17', '2025-11-18'].map((date) => ({
          exclusionId,
          date,
          slot: 'am' as const,
          pupilId: school.pupilOf(exclusionId),
          givenBack: date === '2025-11-18',
        })),
      ),
    );
    await school.must('places.book', {
      exclusionId,
      providerId,
      sessions: [{ date: '2025-11-17', slot: 'am' }],
    });
    school.wait(24 * 7);
    await school.must('authority.set-conference-criteria', {
      version: 0,
      criteria: [{ kind: 'times-in-year', times: 1 }],
    });
    const list = await school.must('authority.conference', { source: 'own' });
    expect(list).toMatchObject({
      asOf: '2025-11-19',
      ownSchool: 'Harbour School',
      notSent: [],
      pupils: [{ surname: 'Okafor', figures: { daysTerm: 0.5 } }],
    });
    const upn = list.pupils[0]?.upn ?? '';
    expect(await school.must('authority.conference-pupil', { upn, source: 'own' })).toMatchObject({
      stays: [{ providerName: 'Elm Centre', sessions: 1, attended: 0 }],
    });
    await school.close();
  });

  it('are not there in an authority’s database', async () => {
    expect(await app.run('authority.conference', { source: 'own' })).toMatchObject({
      ok: false,
      error: { code: 'not-set-up' },
    });
  });
});
