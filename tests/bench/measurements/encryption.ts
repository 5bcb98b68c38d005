import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPlain } from '#main/storage/engines/open-connection.ts';
import { makeSqliteStore } from '#main/storage/engines/sqlite.ts';
import { insertPupils } from '#main/storage/repositories/pupil-roll.ts';
import { openTestApp, type TestApp } from '../../builders/app.ts';
import { TEST_ADMINISTRATOR } from '../../builders/people.ts';
import { setUpSchool } from '../../builders/school.ts';
import { inventPupils, pupilRows } from '../support/invent-pupils.ts';
import { measured, measurement, type Bench } from '../support/measurement.ts';
import { writeCsv } from '../support/pupil-files.ts';
import { rateOf, takeTurns, timeOf, type Turn } from '../support/take-turns.ts';
import { withFolder } from '../support/temporary-folder.ts';
import { COUNTRY, writeCountry } from '../support/write-country.ts';

const PUPILS = 50_000;
const IMPORTED = 2000;
const FILES = 100;
const TODAY = '2025-11-12';
const NOW = `${TODAY}T12:00:00.000Z`;
const PLAIN = 'the same without encryption';

type Kind = 'encrypted' | 'plain';
const KINDS: readonly Kind[] = ['encrypted', 'plain'];

/** The application over a fresh database; only this measurement has one that is not encrypted. */
function openApp(kind: Kind): TestApp {
  if (kind === 'encrypted') return openTestApp(TODAY);
  const folder = mkdtempSync(join(tmpdir(), 'first-day-plain-'));
  return openTestApp(TODAY, folder, { store: makeSqliteStore(join(folder, 'first-day.db'), NOW, openPlain) });
}

/** What encryption costs: each piece of work through the application, on an encrypted database and on a plain one. */
export const encryption: Bench = {
  name: 'encryption',
  run: () =>
    withFolder(async (folder) => [
      ...(await interactive()),
      ...(await importing(writeCsv(folder, inventPupils(IMPORTED)))),
      ...(await receiving(join(folder, 'country'))),
    ]),
};

/** One person's work in a database of 50,000 pupils. What was saved makes the search read (and decrypt) every page again. */
async function interactive() {
  const apps: [Kind, TestApp][] = [];
  try {
    for (const kind of KINDS) {
      const app = openApp(kind);
      apps.push([kind, app]);
      await setUpSchool(app);
      await app.services.store.write((db) => insertPupils(db, pupilRows(inventPupils(PUPILS))));
    }
    let next = 0;
    const samples = await takeTurns(
      apps.map(([kind, app]): Turn => async () => {
        next += 1;
        const pupilId = `pupil-${String(next).padStart(5, '0')}`;
        return {
          [`${kind} record`]: await timeOf(() => app.must('exclusions.issue', exclusionOf(pupilId))),
          [`${kind} search`]: await timeOf(() => app.must('pupils.list', { text: 'smith j', limit: 50 })),
        };
      }),
      { warmUps: 3, rounds: 31, limit: 40 },
    );
    return (['record', 'search'] as const).map((work) =>
      measurement(
        `encryption: ${work === 'record' ? 'recording an exclusion' : 'a search just after something was saved'}, ${PUPILS.toLocaleString('en-GB')} pupils`,
        'ms',
        samples(`encrypted ${work}`),
        measured(PLAIN, samples(`plain ${work}`)),
      ),
    );
  } finally {
    for (const [, app] of apps) await app.close();
  }
}

const exclusionOf = (pupilId: string) => ({
  pupilId,
  kind: 'fixed-period' as const,
  startDate: '2025-11-13',
  halfDays: 4,
  incidentOn: TODAY,
  incidentAt: '10.40',
  incidentPlace: 'Corridor',
  incidentAccount: 'Pushed another pupil.',
  reasons: ['PP' as const],
  decidedBy: 'Mrs Head',
});

async function importing(path: string) {
  const samples = await takeTurns(
    KINDS.map((kind): Turn => async () => {
      const app = openApp(kind);
      try {
        await setUpSchool(app);
        const fileId = app.fileId(path);
        return { [kind]: await rateOf(IMPORTED, () => app.must('pupils.import', { fileId })) };
      } finally {
        await app.close();
      }
    }),
    { warmUps: 1, rounds: 9, limit: 40 },
  );
  return [
    measurement(
      `encryption: import of ${String(IMPORTED)} pupils`,
      'rows/s',
      samples('encrypted'),
      measured(PLAIN, samples('plain')),
    ),
  ];
}

async function receiving(folder: string) {
  const { exclusions } = writeCountry(folder, FILES);
  const samples = await takeTurns(
    KINDS.map((kind): Turn => async () => {
      const app = openApp(kind);
      try {
        await app.must('setup.create-authority', { ...COUNTRY, administrator: TEST_ADMINISTRATOR });
        const fileIds = [app.fileId(folder)];
        return { [kind]: await rateOf(exclusions, () => app.must('authority.import', { fileIds })) };
      } finally {
        await app.close();
      }
    }),
    { warmUps: 1, rounds: 9, limit: 40 },
  );
  return [
    measurement(
      `encryption: import of ${String(FILES)} returns`,
      'rows/s',
      samples('encrypted'),
      measured(PLAIN, samples('plain')),
    ),
  ];
}
