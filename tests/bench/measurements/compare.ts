import { openTestApp, type TestApp } from '../../builders/app.ts';
import { budget, measured, measurement, type Bench } from '../support/measurement.ts';
import { openRaw } from '../support/raw-database.ts';
import { fillCountry, FIRST_YEAR, type Country } from '../support/received-country.ts';
import { takeTurns, timeOf } from '../support/take-turns.ts';
import { TEST_ADMINISTRATOR } from '../../builders/people.ts';

const COUNTRY: Country = { authorities: 150, schoolsEach: 160, exclusions: 1_000_000 };
const AUTHORITY: Country = { authorities: 1, schoolsEach: 680, exclusions: 20_000 };
const TODAY = '2026-01-21';

const LAST = FIRST_YEAR + 2;

/** Comparing schools: over a country's exclusions, and every screen of it over a large authority's. */
export const compare: Bench = {
  name: 'compare',
  run: async () => [...(await ofCountry()), ...(await ofAuthority())],
};

async function filled<T>(country: Country, work: (app: TestApp) => Promise<T>): Promise<T> {
  const app = openTestApp(TODAY);
  try {
    await app.must('setup.create-authority', {
      code: '201',
      name: 'Bench',
      administrator: TEST_ADMINISTRATOR,
    });
    fillCountry(app.services.store.location, country);
    // The national list is read on first use; that is `start`'s business.
    app.services.nationalSchools().all();
    return await work(app);
  } finally {
    await app.close();
  }
}

const ofCountry = () =>
  filled(COUNTRY, async (app) => {
    const bare = openRaw(app.services.store.location);
    try {
      const aggregate = bare.prepare(
        `SELECT la_estab, school_year, count(*), sum(sessions) FROM received_exclusions
         WHERE counts AND category = 'SUSP' GROUP BY la_estab, school_year`,
      );
      const ask = (measure: 'incidents' | 'days-rate', by: 'school' | 'authority') =>
        timeOf(() => app.must('authority.compare', { measure, phase: 'primary', by }));
      const samples = await takeTurns(
        [
          async () => ({ schools: await ask('incidents', 'school') }),
          async () => ({ authorities: await ask('days-rate', 'authority') }),
          async () => ({ bare: await timeOf(() => aggregate.all()) }),
        ],
        { warmUps: 1, rounds: 7, limit: 60 },
      );
      const size = '1,000,000 exclusions of 24,000 schools';
      const yardstick = measured('one SQL aggregate of the same exclusions', samples('bare'));
      return [
        measurement(`compare: by school, ${size}`, 'ms', samples('schools'), budget('a budget of 2 s', 2000)),
        measurement(`compare: by school, ${size}`, 'ms', samples('schools'), yardstick),
        measurement(`compare: by authority, ${size}`, 'ms', samples('authorities'), yardstick),
      ];
    } finally {
      bare.close();
    }
  });

const ofAuthority = () =>
  filled(AUTHORITY, async (app) => {
    const screens = {
      'by school': () => app.must('authority.compare', { measure: 'incidents', phase: 'primary' }),
      'by cluster': () =>
        app.must('authority.compare', { measure: 'days-rate', phase: 'primary', by: 'cluster' }),
      'roll-up': () => app.must('authority.roll-up', {}),
      'groups, ethnicity': () =>
        app.must('authority.breakdown', {
          group: 'ethnicity',
          measure: 'incidents',
          level: 'all',
          schoolYear: LAST,
        }),
      'groups, reasons': () =>
        app.must('authority.breakdown', {
          group: 'reason',
          measure: 'incidents',
          level: 'all',
          schoolYear: LAST,
        }),
      'lengths by reason': () => app.must('authority.compare-lengths', { phase: 'primary' }),
      'one school': () => app.must('authority.school', { laEstab: '2014001' }),
      'a school’s pupils': () =>
        app.must('authority.school-pupils', { laEstab: '2014001', schoolYear: LAST }),
    } as const;
    const samples = await takeTurns(
      Object.entries(screens).map(([name, ask]) => async () => ({ [name]: await timeOf(ask) })),
      { warmUps: 3, rounds: 15, limit: 40 },
    );
    return Object.keys(screens).map((name) =>
      measurement(
        `compare: ${name}, 20,000 exclusions of 680 schools`,
        'ms',
        samples(name),
        budget('a budget of 300 ms', 300),
      ),
    );
  });
