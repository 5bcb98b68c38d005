import { insertPupils } from '#main/storage/repositories/pupil-roll.ts';
import { openTestApp, type TestApp } from '../../builders/app.ts';
import { setUpSchool } from '../../builders/school.ts';
import { inventPupils, pupilRows } from '../support/invent-pupils.ts';
import { measured, measurement, type Bench } from '../support/measurement.ts';
import { openRaw } from '../support/raw-database.ts';
import { slowestKeystroke } from '../support/slowest-keystroke.ts';
import { takeTurns, timeOf, type Turn } from '../support/take-turns.ts';

const PUPILS = 50_000;
const PAGE = 50;
/** A surname letter by letter, then a forename; the start of a UPN; a name with its accent; a form. */
const KEYSTROKES = ['s', 'sm', 'smi', 'smit', 'smith', 'smith j', 'b2012', 'zoë', '9b'];

/** The list of pupils by what is typed: a roll of many schools' size, so that it holds for years to come. */
export const searchPupils: Bench = {
  name: 'search-pupils',
  run: async () => {
    const app = openTestApp();
    try {
      await setUpSchool(app);
      await app.services.store.write((db) => insertPupils(db, pupilRows(inventPupils(PUPILS))));
      return await measureSearch(app);
    } finally {
      await app.close();
    }
  },
};

async function measureSearch(app: TestApp) {
  const bare = openRaw(app.services.store.location);
  try {
    const turns = KEYSTROKES.flatMap((text): Turn[] => {
      // Folded as the table's search text is, which the application works out anew at each keystroke.
      const words = text.replace('ë', 'e').split(' ');
      const select = bare.prepare(
        `SELECT * FROM pupils WHERE ${words.map(() => 'search_text LIKE ?').join(' AND ')} ORDER BY search_text LIMIT ${String(PAGE)}`,
      );
      const patterns = words.map((word) => `% ${word}%`);
      return [
        async () => ({ [text]: await timeOf(() => app.must('pupils.list', { text, limit: PAGE })) }),
        async () => ({ [`bare ${text}`]: await timeOf(() => select.all(...patterns)) }),
      ];
    });
    const samples = await takeTurns(turns, { warmUps: 2, rounds: 21, limit: 25 });
    return [
      slowestKeystroke('search-pupils', KEYSTROKES, samples),
      ...KEYSTROKES.map((text) =>
        measurement(
          `search-pupils: “${text}”`,
          'ms',
          samples(text),
          measured('a prepared SELECT with LIKE', samples(`bare ${text}`)),
        ),
      ),
    ];
  } finally {
    bare.close();
  }
}
