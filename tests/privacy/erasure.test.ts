import { eq } from 'drizzle-orm';
import { copyFileSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repeatErasures } from '#main/features/repeat-erasures.ts';
import { openConnection } from '#main/storage/engines/open-connection.ts';
import { verifyAudit } from '#main/security/verify-audit.ts';
import { openSqliteStore } from '#main/storage/engines/sqlite.ts';
import { readErasures } from '#main/storage/repositories/retention.ts';
import { PUPIL_GROUPS } from '#shared/domain/compare/types.ts';
import { openTestApp, type TestApp } from '../builders/app.ts';
import { TEST_KEY } from '../builders/test-key.ts';
import { MARK, MARKED } from '../builders/marked-names.ts';
import { addMarkedPupil } from '../builders/marked-pupil.ts';

/** A pupil of the demonstration, erased two years after the invented today. */
const TODAY = '2027-11-10';
const NOW = `${TODAY}T12:00:00.000Z`;
const REASON = 'The time we keep such records is over.';

let app: TestApp;

const file = () => join(app.folder, 'first-day.db');

beforeAll(async () => {
  app = openTestApp(TODAY);
  await app.must('setup.load-demonstration', { seed: 1, today: '2025-11-12' });
  await app.services.store.write(async (db) => {
    const { pupils, providerSessions, workspace, schools } = db.tables;
    const [home] = await db.select().from(workspace);
    const [school] = await db.select().from(schools);
    const [other] = await db.select().from(pupils);
    const [session] = await db.select().from(providerSessions);
    await addMarkedPupil(db, {
      schoolId: home?.homeSchoolId ?? '',
      laEstab: school?.laEstab ?? '',
      otherPupilId: other?.id ?? '',
      providerId: session?.providerId ?? '',
      day: '2025-11-03',
    });
  });
}, 120_000);

afterAll(() => app.close());

/** Everything that is counted anywhere, as the screens ask for it, whoever it is about. */
async function figures(): Promise<Readonly<Record<string, unknown>>> {
  const { must, services } = app;
  const [{ periods }, years] = [await must('returns.periods', {}), { from: '2023-09-01', to: '2026-07-31' }];
  const counted = [];
  for (const period of periods.slice(0, 6)) {
    // The UPN is gone, so an old period cannot be returned again without an error: its counts are what stays.
    const { records, counts: sum } = await must('returns.check', { period });
    counted.push(sum, records.length);
  }
  const groups = [];
  for (const group of PUPIL_GROUPS) {
    for (const measure of ['incidents'] as const) {
      groups.push(
        await app.run('authority.breakdown', {
          group,
          measure,
          level: 'all',
          schoolYear: 2025,
        } as never),
      );
    }
  }
  const today = await must('today.get', { date: '2025-11-03' });
  const rows = await services.store.read(async (db) => {
    const { receivedYearTotals, exclusionHalfDays, receivedExclusions } = db.tables;
    const received = await db.select().from(receivedExclusions);
    return {
      totals: await db.select().from(receivedYearTotals),
      halfDays: await db.select().from(exclusionHalfDays),
      received: received.map(
        ({ upn: _u, surname: _s, forename: _f, dob: _d, explanations: _e, ...row }) => row,
      ),
    };
  });
  const counts = {
    ...rows,
    counted,
    groups,
    use: await must('use.figures', years),
    balance: await must('use.balance', {}),
    forecast: await must('forecast.get', {}),
    // Drafts are no figures: they go with the pupil.
    today: Object.entries(today).flatMap(([list, all]) =>
      Array.isArray(all) && list !== 'drafts' ? [`${list} ${String(all.length)}`] : [],
    ),
    school: await must('authority.school', { laEstab: rows.totals[0]?.laEstab ?? '' }),
    places: await must('authority.places', { ...years }),
    compared: await must('authority.compare', { measure: 'days', phase: 'secondary' } as never),
  };
  return JSON.parse(JSON.stringify(counts)) as Readonly<Record<string, unknown>>;
}

/** Every place in the tables where a text stands. */
function rowsWith(text: string): string[] {
  const connection = openConnection(file(), TEST_KEY);
  try {
    const tables = connection
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
      .pluck()
      .all() as string[];
    return tables.flatMap((table) =>
      (connection.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[]).flatMap((row) =>
        Object.entries(row)
          .filter(
            ([, value]) => typeof value === 'string' && value.toLowerCase().includes(text.toLowerCase()),
          )
          .map(([column]) => `${table}.${column}`),
      ),
    );
  } finally {
    connection.close();
  }
}

const NEEDLES = [
  MARK,
  MARKED.upn,
  MARKED.formerUpn,
  MARKED.forename,
  MARKED.dob,
  '960777',
  Buffer.from(MARKED.upn).toString('base64').slice(4, 14),
];

describe('erasing a pupil', () => {
  it('is refused for the wrong surname, a reason with the name in it, and a pupil against whom something stands', async () => {
    const subject = { pupilId: MARKED.pupilId };
    expect(await app.run('privacy.erase-pupil', { subject, surname: 'Other', reason: REASON })).toMatchObject(
      {
        ok: false,
        error: { code: 'invalid-input', fields: [{ path: 'surname' }] },
      },
    );
    expect(
      await app.run('privacy.erase-pupil', {
        subject,
        surname: MARKED.surname,
        reason: `${MARKED.surname} asked`,
      }),
    ).toMatchObject({ ok: false, error: { fields: [{ path: 'reason' }] } });
    await app.must('privacy.hold', {
      pupilId: MARKED.pupilId,
      until: '2028-03-01',
      reason: 'A claim is open.',
    });
    expect(
      await app.run('privacy.erase-pupil', { subject, surname: MARKED.surname, reason: REASON }),
    ).toMatchObject({
      ok: false,
      error: { code: 'refused', message: expect.stringContaining('A claim is open.') as string },
    });
    await app.must('privacy.end-hold', { pupilId: MARKED.pupilId });
  });

  it('tells beforehand what goes, what stays, and who else’s record speaks of the pupil', async () => {
    await app.services.store.write(async (db) => {
      const { exclusions } = db.tables;
      const [row] = await db.select().from(exclusions);
      if (row)
        await db.update(exclusions).set({ incidentAccount: `Pushed ${MARKED.forename} ${MARKED.surname}.` });
      return { ok: true };
    });
    const preview = await app.must('privacy.erasure-preview', { subject: { pupilId: MARKED.pupilId } });
    expect(preview).toMatchObject({ surname: MARKED.surname, blocked: [] });
    expect(preview.mentions).toMatchObject([{ title: 'Exclusions' }]);
    expect(preview.sections.find(({ table }) => table === 'contacts')).toMatchObject({
      rows: 1,
      removed: true,
    });
    await app.services.store.write(async (db) => {
      await db.update(db.tables.exclusions).set({ incidentAccount: 'Pushed somebody.' });
      return { ok: true };
    });
  });

  it('takes every trace out of the file, leaves every figure, and says so in the trail', async () => {
    const erasure = await app.services.store.read(readErasures);
    await app.services.store.write(async (db) => {
      const { exclusions } = db.tables;
      await db
        .update(exclusions)
        .set({ incidentAccount: `${MARK} account` })
        .where(eq(exclusions.id, MARKED.exclusionId));
      return { ok: true };
    });
    // What is measured must be there to begin with.
    for (const needle of [MARK, MARKED.upn, MARKED.forename]) expect(rowsWith(needle)).not.toEqual([]);
    copyFileSync(await backup(), join(app.folder, 'older.db'));
    const before = await figures();

    const { counts, compacted } = await app.must('privacy.erase-pupil', {
      subject: { pupilId: MARKED.pupilId },
      surname: ` ${MARKED.surname.toUpperCase()} `,
      reason: REASON,
    });

    expect(compacted).toBe(true);
    expect(counts).toMatchObject({
      pupils: 1,
      exclusions: 1,
      drafts: 1,
      letterIssues: 1,
      contacts: 1,
      returns: 1,
    });
    const after = await figures();
    for (const [name, figure] of Object.entries(before)) expect([name, after[name]]).toEqual([name, figure]);
    for (const needle of NEEDLES) expect([needle, rowsWith(needle)]).toEqual([needle, []]);
    const bytes = decrypted();
    expect(bytes).toContain('CREATE TABLE');
    for (const needle of NEEDLES) expect([needle, bytes.includes(needle)]).toEqual([needle, false]);
    expect(broken()).toEqual([]);
    expect(await verifyAudit({ read: app.services.store.read })).toMatchObject({ findings: [] });
    expect((await app.services.store.read(readErasures)).length).toBe(erasure.length + 1);
    expect((await app.must('privacy.erasures', {})).erasures[0]).toMatchObject({
      kind: 'everything',
      reason: REASON,
    });
  });

  it('cannot be done twice, nor is anything told of the pupil afterwards', async () => {
    const subject = { pupilId: MARKED.pupilId };
    expect(await app.run('privacy.held', subject)).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(
      await app.run('privacy.erase-pupil', { subject, surname: 'Erased', reason: REASON }),
    ).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(JSON.stringify(await app.must('pupils.list', { roll: 'all', limit: 200 } as never))).not.toContain(
      'Erased',
    );
  });

  it('is done again in an older copy of the database that is brought back', async () => {
    const erasures = await app.services.store.read(readErasures);
    const older = openSqliteStore(join(app.folder, 'older.db'), { now: NOW, key: TEST_KEY });
    try {
      const done = await older.write((db) =>
        repeatErasures(db, erasures, { session: { userName: 'Ada', role: 'administrator' }, at: NOW }),
      );
      expect(done).toBe(1);
      expect(
        await older.write((db) =>
          repeatErasures(db, erasures, { session: { userName: 'Ada', role: 'administrator' }, at: NOW }),
        ),
      ).toBe(0);
      const [pupil] = await older.read((db) =>
        db.select().from(db.tables.pupils).where(eq(db.tables.pupils.id, MARKED.pupilId)),
      );
      expect(pupil).toMatchObject({
        surname: 'Erased',
        upn: expect.stringMatching(/^~/) as string,
        dob: '2009-09-01',
      });
    } finally {
      await older.close();
    }
  });
});

/** All pages of the file without its cipher, free ones too; the log beside it is empty by then. */
function decrypted(): string {
  expect(statSync(`${file()}-wal`).size).toBe(0);
  const plain = join(app.folder, 'plain.db');
  copyFileSync(file(), plain);
  const connection = openConnection(plain, TEST_KEY);
  connection.pragma('journal_mode = DELETE');
  connection.pragma("rekey=''");
  connection.close();
  return readFileSync(plain).toString('latin1');
}

/** References that lead nowhere, and pages that are not sound. */
function broken(): unknown[] {
  const connection = openConnection(file(), TEST_KEY);
  try {
    const [sound] = connection.pragma('integrity_check') as { integrity_check: string }[];
    return [
      ...(connection.pragma('foreign_key_check') as unknown[]),
      ...(sound?.integrity_check === 'ok' ? [] : [sound]),
    ];
  } finally {
    connection.close();
  }
}

async function backup(): Promise<string> {
  const to = join(app.folder, 'copy.db');
  const connection = openConnection(file(), TEST_KEY);
  connection.prepare('VACUUM INTO ?').run(to);
  connection.close();
  return to;
}
