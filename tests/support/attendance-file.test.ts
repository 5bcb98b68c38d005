import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAtRiskApp, type AtRiskApp } from '../builders/at-risk-school.ts';

let app: AtRiskApp;
let ben: string;
let cara: string;
beforeEach(async () => {
  app = await openAtRiskApp();
  ben = await app.pupil('Ben Brown');
  cara = await app.pupil('Cara Lee');
});
afterEach(() => app.close());

const BEN = 'A000000000001';
const CARA = 'A000000000002';

function file(...rows: string[]): string {
  const path = join(app.folder, 'attendance.csv');
  writeFileSync(path, ['UPN,Name,% Attendance,Week ending', ...rows].join('\r\n'));
  return app.fileId(path);
}

const figures = () =>
  app.services.store.read(async (db) => {
    const rows = await db.select().from(db.tables.attendanceFigures);
    return rows.map(({ pupilId, onDate, tenths }) => `${pupilId} ${onDate} ${String(tenths)}`).toSorted();
  });

describe('a file of attendance', () => {
  it('says in a dry run what it would do, changes nothing, and then does exactly that', async () => {
    await app.issue(cara);
    await app.must('support.set-attendance', { pupilId: ben, percent: 80, on: '2025-11-07', source: 'x' });
    const fileId = file(
      `${BEN},Ben,74.96,07/11/2025`,
      `${CARA},"Lee, Cara",60%,2025-11-07`,
      `${CARA},"Lee, Cara",91,31/10/2025`,
    );
    const before = await figures();
    const preview = await app.must('support.preview-attendance', { fileId });
    expect(preview.counts).toEqual({ new: 2, changed: 1, unchanged: 0, raised: 1, added: 1 });
    expect(preview.rows).toMatchObject([
      { line: 2, name: 'Ben Brown', percent: 74.9, before: 80, outcome: 'changed', register: 'raised' },
      { line: 3, name: 'Cara Lee', percent: 60, outcome: 'new', register: 'added' },
      { line: 4, name: 'Cara Lee', percent: 91, on: '2025-10-31', register: 'unchanged' },
    ]);
    expect(await figures()).toEqual(before);
    const { counts } = await app.must('support.import-attendance', { fileId, sha256: preview.sha256 });
    expect(counts).toEqual(preview.counts);
    expect(await figures()).toEqual([
      `${ben} 2025-11-07 749`,
      `${cara} 2025-10-31 910`,
      `${cara} 2025-11-07 600`,
    ]);
    expect((await app.entryOf(ben)).why).toEqual(['Attendance 74.9% on 7 November, below 75%']);
    expect((await app.entryOf(cara)).categories).toEqual(['A', 'B']);
    expect((await app.must('support.preview-attendance', { fileId })).counts).toMatchObject({
      unchanged: 3,
      raised: 0,
      added: 0,
    });
    const rows = (await app.audit()).filter(({ operation }) => operation === 'support.import-attendance');
    const about = (detail: unknown) =>
      ['sha256', 'attendance', 'pupilId'].find((key) => key in (detail as object));
    expect(rows.map(({ detail }) => about(detail))).toEqual([
      'sha256',
      'attendance',
      'attendance',
      'attendance',
      'pupilId',
      'pupilId',
    ]);
    expect((await app.must('pupils.get', { pupilId: ben })).history.map(({ text }) => text)).toContain(
      'Noted attendance of 74.9% up to Fri 7 November',
    );
  });

  it.each([
    [['nobody,Ben,74,07/11/2025'], 2, 'UPN', 'nobody'],
    [[`${BEN},Ben,74,07/11/2025`, 'A999999999999,Who,74,07/11/2025'], 3, 'UPN', 'A999999999999'],
    [[`${BEN},Ben,about 80,07/11/2025`], 2, 'Attendance', 'about 80'],
    [[`${BEN},Ben,100.5,07/11/2025`], 2, 'Attendance', '100.5'],
    [[`${BEN},Ben,,07/11/2025`], 2, 'Attendance', ''],
    [[`${BEN},Ben,74,31/11/2025`], 2, 'Last day', '31/11/2025'],
    [[`${BEN},Ben,74,13/11/2025`], 2, 'Last day', '2025-11-13'],
    [[`${BEN},Ben,74,`], 2, 'Last day', undefined],
    [[`${BEN},Ben,74,07/11/2025`, `${BEN},Ben,75,07/11/2025`], 3, 'UPN', BEN],
  ])('%j is refused as a whole: line %i, %s %j', async (rows, line, element, value) => {
    const refused = { line, element, ...(value === undefined ? {} : { value }) };
    const fileId = file(...rows, `${CARA},Cara,60,07/11/2025`);
    for (const operation of ['support.preview-attendance', 'support.import-attendance'] as const) {
      expect(await app.run(operation, { fileId })).toMatchObject({
        error: { code: 'unreadable-file', problems: [refused] },
      });
    }
    expect(await figures()).toEqual([]);
    expect((await app.must('support.list', {})).entries).toEqual([]);
  });

  it('without a column for the day takes the day that was entered, and says what is missing without one', async () => {
    const path = join(app.folder, 'week.csv');
    writeFileSync(path, `upn;attendance\n${BEN};74\n`);
    const fileId = app.fileId(path);
    expect(await app.run('support.preview-attendance', { fileId })).toMatchObject({
      error: { problems: [{ line: 1, element: 'Last day' }] },
    });
    await app.must('support.import-attendance', { fileId, on: '2025-11-07' });
    expect(await figures()).toEqual([`${ben} 2025-11-07 740`]);
  });

  it('that has changed since the dry run is not imported, nor one without figures', async () => {
    const fileId = file(`${BEN},Ben,74,07/11/2025`);
    const { sha256 } = await app.must('support.preview-attendance', { fileId });
    expect(
      await app.run('support.import-attendance', { fileId: file(`${BEN},Ben,20,07/11/2025`), sha256 }),
    ).toMatchObject({ error: { code: 'conflict' } });
    expect(await app.run('support.import-attendance', { fileId: file() })).toMatchObject({
      error: { code: 'unreadable-file' },
    });
    expect(await figures()).toEqual([]);
  });

  it('an older figure than the one that is known puts nobody on the register', async () => {
    await app.attendance(ben, 95);
    const fileId = file(`${BEN},Ben,40,07/11/2025`);
    expect(await app.must('support.import-attendance', { fileId })).toMatchObject({
      counts: { new: 1, raised: 0 },
    });
    expect((await app.must('support.list', {})).entries).toEqual([]);
  });
});
