import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateArea } from '#main/demonstration/generate-area.ts';
import { returnFileName } from '#main/demonstration/area-received-rows.ts';
import { returnsOf } from '#main/demonstration/returns-of.ts';
import { writeCensusXml } from '#main/exchange/census-xml.ts';
import { writeReturnCsv } from '#main/exchange/return-csv.ts';
import { groupRows } from '#main/storage/repositories/group-rows.ts';
import { openTestApp } from '../../builders/app.ts';
import { databaseMaker } from '../support/database-maker.ts';
import { measured, measurement, type Bench } from '../support/measurement.ts';
import { openRaw, rawInserter, rawRows, type RawRow } from '../support/raw-database.ts';
import { rateOf, takeTurns } from '../support/take-turns.ts';
import { withFolder } from '../support/temporary-folder.ts';
import { TEST_ADMINISTRATOR } from '../../builders/people.ts';

const FILES = 150;
/** As in the demonstration's folder: every fourth school sends CSV. */
const CSV_EVERY = 4;
const TODAY = '2025-11-12';

interface Received {
  readonly returns: readonly RawRow[];
  readonly exclusions: ReadonlyMap<string, readonly RawRow[]>;
  readonly rows: number;
}

/** A folder of schools' returns in one go, as the authority gets them. A row is a file or an exclusion in one. */
export const importReturns: Bench = {
  name: 'import-returns',
  run: () =>
    withFolder(async (folder) => {
      const inbox = join(folder, 'returns');
      const authority = writeReturns(inbox);
      const received = await importFolder(inbox, authority, readReceived);
      const freshDatabase = await databaseMaker(folder, `${TODAY}T12:00:00.000Z`);
      const samples = await takeTurns(
        [
          async () => ({ import: await importFolder(inbox, authority, (_, rate) => rate(received.rows)) }),
          async () => ({ together: await insertRaw(freshDatabase(), received, 'together') }),
          async () => ({ 'by file': await insertRaw(freshDatabase(), received, 'by file') }),
        ],
        { warmUps: 1, rounds: 7, limit: 40 },
      );
      const name = `import-returns: ${String(received.returns.length)} files`;
      return [
        measurement(
          name,
          'rows/s',
          samples('import'),
          measured('the same rows inserted by the bare driver, in one transaction', samples('together')),
        ),
        measurement(
          name,
          'rows/s',
          samples('import'),
          measured('the same rows inserted by the bare driver, in a transaction a file', samples('by file')),
        ),
      ];
    }),
};

/** The demonstration area's latest returns, one file each; gives the authority they are for. */
function writeReturns(inbox: string): { readonly code: string; readonly name: string } {
  const area = generateArea({ seed: 1, today: TODAY });
  const { received } = returnsOf(area);
  mkdirSync(inbox);
  for (const [at, { document }] of received.slice(-FILES).entries()) {
    const csv = at % CSV_EVERY === CSV_EVERY - 1;
    const written = csv ? writeReturnCsv(document) : writeCensusXml(document);
    if (!written.ok) throw new Error(written.error.message);
    writeFileSync(join(inbox, returnFileName(document, csv ? 'csv' : 'xml')), written.value);
  }
  return area.la;
}

/** Imports the folder into a fresh database; `look` is given the database and the import's rate. */
async function importFolder<T>(
  inbox: string,
  authority: { readonly code: string; readonly name: string },
  look: (database: string, rate: (rows: number) => number) => T,
): Promise<T> {
  const app = openTestApp(TODAY);
  try {
    await app.must('setup.create-authority', { ...authority, administrator: TEST_ADMINISTRATOR });
    const fileIds = [app.fileId(inbox)];
    // The national list is read on first use; that is `start`'s business, not the import's.
    app.services.nationalSchools().all();
    const perSecond = await rateOf(1, async () => {
      const { files } = await app.must('authority.import', { fileIds }, 'authority');
      const refused = files.find(({ outcome }) => outcome === 'refused' || outcome === 'not-read');
      if (refused) throw new Error(`${refused.fileName}: ${refused.message}`);
    });
    return look(app.services.store.location, (rows) => rows * perSecond);
  } finally {
    await app.close();
  }
}

function readReceived(database: string): Received {
  const returns = rawRows(database, 'received_returns');
  const exclusions = rawRows(database, 'received_exclusions');
  return {
    returns,
    exclusions: groupRows(exclusions, (row) => String(row['return_id'])),
    rows: returns.length + exclusions.length,
  };
}

async function insertRaw(
  file: string,
  { returns, exclusions, rows }: Received,
  how: 'together' | 'by file',
): Promise<number> {
  const database = openRaw(file);
  try {
    const [aReturn, anExclusion] = [returns[0], [...exclusions.values()][0]?.[0]];
    if (aReturn === undefined || anExclusion === undefined) throw new Error('There is nothing to insert.');
    return await rateOf(rows, () => {
      const insertReturn = rawInserter(database, 'received_returns', aReturn);
      const insertExclusion = rawInserter(database, 'received_exclusions', anExclusion);
      const [begin, commit] = [database.prepare('BEGIN IMMEDIATE'), database.prepare('COMMIT')];
      if (how === 'together') begin.run();
      for (const row of returns) {
        if (how === 'by file') begin.run();
        insertReturn(row);
        for (const exclusion of exclusions.get(String(row['id'])) ?? []) insertExclusion(exclusion);
        if (how === 'by file') commit.run();
      }
      if (how === 'together') commit.run();
    });
  } finally {
    database.close();
  }
}
