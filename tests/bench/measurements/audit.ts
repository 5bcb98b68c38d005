import { asc } from 'drizzle-orm';
import { writeAudit } from '#main/security/audit.ts';
import { verifyAudit } from '#main/security/verify-audit.ts';
import { insertAll } from '#main/storage/repositories/insert-all.ts';
import type { AuditNote } from '#main/features/context.ts';
import { openTestApp, type TestApp } from '../../builders/app.ts';
import { openExclusionApp } from '../../builders/exclusion-school.ts';
import { setUpSchool } from '../../builders/school.ts';
import { inventPupils } from '../support/invent-pupils.ts';
import { budget, measured, measurement, type Bench, type Measurement } from '../support/measurement.ts';
import { writeCtf } from '../support/pupil-files.ts';
import { rateOf, takeTurns, timeOf } from '../support/take-turns.ts';
import { withFolder } from '../support/temporary-folder.ts';

const PUPILS = 2000;
const RETURNED = 3000;
const TRAIL = 1_000_000;
const ROWS_AT_ONCE = 20_000;
const NOW = '2025-11-12T12:00:00.000Z';
const ADA = { userName: 'Ada', role: 'administrator' } as const;

/** What the chain costs what is recorded and imported, and how quick a trail of a million rows is read and checked. */
export const audit: Bench = {
  name: 'audit',
  run: () =>
    withFolder(async (folder) => [
      ...(await commands(writeCtf(folder, inventPupils(PUPILS)))),
      ...(await longTrail()),
    ]),
};

/** Each command beside the time that it takes when its rows are only inserted, as before there was a chain. */
async function commands(roll: string): Promise<readonly Measurement[]> {
  const samples = await takeTurns(
    [
      async () => {
        const app = await openExclusionApp();
        const pupils: string[] = [];
        for (let n = 0; n < 20; n += 1) pupils.push(await app.pupil(`Jo Example${n}`));
        const whole = await timeOf(async () => {
          for (const pupil of pupils) await app.issue(pupil);
        });
        return beside('issue', app, whole / pupils.length, pupils.length);
      },
      async () => {
        const app = openTestApp();
        await setUpSchool(app);
        const fileId = app.fileId(roll);
        const whole = await timeOf(() => app.must('pupils.import', { fileId }));
        return beside('pupils', app, whole, 1);
      },
      async () => {
        const app = openTestApp();
        const notes = Array.from({ length: RETURNED }, (_, at): AuditNote => ({
          subjectType: 'received-return',
          subjectId: `return-${at}`,
          detail: {
            fileName: `8114${at}.xml`,
            sha256: 'f'.repeat(64),
            laEstab: '8114001',
            outcome: 'imported',
          },
        }));
        await app.services.store.write((db) => writeAudit(db, ADA, 'authority.import', NOW, notes));
        return beside('returns', app, 0, 1);
      },
    ],
    { warmUps: 1, rounds: 5, limit: 60 },
  );
  const without = (what: string) => measured('the same without the chain', samples(`${what} without`));
  return [
    measurement('audit: issuing an exclusion', 'ms', samples('issue'), without('issue')),
    measurement(`audit: import of ${PUPILS} pupils`, 'ms', samples('pupils'), without('pupils')),
    measurement(
      `audit: rows of ${RETURNED} imported returns`,
      'ms',
      samples('returns chained'),
      measured('the same rows inserted without the chain', samples('returns plain')),
    ),
  ];
}

/** Writes the trail of an app once more, chained and not, and takes the difference off `whole`. */
async function beside(what: string, app: TestApp, whole: number, commandsDone: number) {
  const { store } = app.services;
  const rows = await store.read((db) => db.select().from(db.tables.audit).orderBy(asc(db.tables.audit.id)));
  const notes = rows.map(({ subjectType, subjectId, detail, pupilId }): AuditNote => ({
    subjectType: subjectType ?? '',
    subjectId: subjectId ?? '',
    detail,
    ...(pupilId === null ? {} : { pupilId }),
  }));
  const chained = await timeOf(() => store.write((db) => writeAudit(db, ADA, 'again', NOW, notes)));
  const plain = await timeOf(() =>
    store.write((db) =>
      insertAll(
        db,
        db.tables.audit,
        rows.map(({ at, userName, role, operation, subjectType, subjectId, detail }) => ({
          at,
          userName,
          role,
          operation,
          subjectType,
          subjectId,
          detail,
        })),
      ),
    ),
  );
  await app.close();
  return {
    [what]: whole,
    [`${what} without`]: Math.max(0, whole - (chained - plain) / commandsDone),
    [`${what} chained`]: chained,
    [`${what} plain`]: plain,
  };
}

async function longTrail(): Promise<readonly Measurement[]> {
  const app = openTestApp();
  try {
    await setUpSchool(app);
    for (let from = 0; from < TRAIL; from += ROWS_AT_ONCE) {
      const day = new Date(Date.parse('2020-01-01T00:00:00.000Z') + from * 180_000).toISOString();
      const notes = Array.from({ length: ROWS_AT_ONCE }, (_, at): AuditNote => ({
        subjectType: 'exclusion',
        subjectId: `x${(from + at) % 9000}`,
        pupilId: `p${(from + at) % 50_000}`,
        detail: { after: { form: '9B', at } },
        outcome: at % 500 === 0 ? 'refused' : 'done',
      }));
      const by = { userName: `Person ${(from / ROWS_AT_ONCE) % 20}`, role: 'recorder' } as const;
      const operation = (from / ROWS_AT_ONCE) % 3 === 0 ? 'letters.issue' : 'exclusions.save-draft';
      await app.services.store.write((db) => writeAudit(db, by, operation, day, notes));
    }
    const filters = {
      everything: {},
      'one pupil': { pupilId: 'p777' },
      'one person': { userName: 'Person 7' },
      'an area': { area: 'letters' },
      'a person and an area': { userName: 'Person 7', area: 'letters' },
      refused: { outcome: 'refused' },
      'a person, refused': { userName: 'Person 7', outcome: 'refused' },
      'two weeks': { from: '2022-03-01', to: '2022-03-14' },
    } as const;
    const samples = await takeTurns(
      Object.entries(filters).map(([name, filter]) => async () => ({
        [name]: await timeOf(() => app.must('audit.list', filter)),
      })),
      { warmUps: 1, rounds: 9, limit: 60 },
    );
    const speed = await rateOf(TRAIL, async () => {
      const { found } = await verifyAudit(app.services.store);
      if (found > 0) throw new Error('The trail is not whole.');
    });
    return [
      ...Object.keys(filters).map((name) =>
        measurement(
          `audit: a page of a million rows, ${name}`,
          'ms',
          samples(name),
          budget('our budget', 100),
        ),
      ),
      measurement('audit: verifying a million rows', 'rows/s', [speed], budget('our budget', 20_000)),
    ];
  } finally {
    await app.close();
  }
}
