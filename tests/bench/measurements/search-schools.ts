import { searchSchools } from '#main/platform/national-schools/search-schools.ts';
import { openNationalSchools } from '#main/platform/resources.ts';
import { measured, measurement, type Bench } from '../support/measurement.ts';
import { slowestKeystroke } from '../support/slowest-keystroke.ts';
import { takeTurns, timeOf, type Turn } from '../support/take-turns.ts';

const KEYSTROKES = ['s', 'st', 'st m', 'st mary', 'st mary manchester', '2021048', 'xyzzy'];
const HITS = 12;

/** Finding a school in the national list while its name is typed. */
export const searchNationalSchools: Bench = {
  name: 'search-schools',
  run: async () => {
    const schools = openNationalSchools();
    const names = schools.all().map(({ name }) => name.toLowerCase());
    const samples = await takeTurns(
      KEYSTROKES.flatMap((text): Turn[] => [
        async () => ({ [text]: await timeOf(() => searchSchools(schools, text, HITS)) }),
        async () => ({ [`naive ${text}`]: await timeOf(() => naive(names, text)) }),
      ]),
      { warmUps: 5, rounds: 51, limit: 20 },
    );
    return [
      slowestKeystroke('search-schools', KEYSTROKES, samples),
      ...KEYSTROKES.map((text) =>
        measurement(
          `search-schools: “${text}”`,
          'ms',
          samples(text),
          measured('includes() over the names', samples(`naive ${text}`)),
        ),
      ),
    ];
  },
};

/** The simplest search there is: every name, in small letters already, that holds the text; the first are shown. */
function naive(names: readonly string[], text: string): readonly string[] {
  return names.filter((name) => name.includes(text)).slice(0, HITS);
}
