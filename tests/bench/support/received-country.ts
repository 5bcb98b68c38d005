import { openRaw } from './raw-database.ts';

export interface Country {
  readonly authorities: number;
  readonly schoolsEach: number;
  readonly exclusions: number;
}

/** The first of three school years. */
export const FIRST_YEAR = 2022;
const YEARS = 3;

/** Number of the school with this index: secondary schools first, then primary ones. */
const LA_ESTAB = `CAST(201 + s % :authorities AS text) || CAST(CASE WHEN s / :authorities < :schoolsEach / 6
  THEN 4001 + s / :authorities ELSE 2001 + s / :authorities END AS text)`;

const NUMBERS = (name: string, limit: string) =>
  `WITH RECURSIVE ${name}(s) AS (SELECT 0 UNION ALL SELECT s + 1 FROM ${name} WHERE s + 1 < ${limit})`;

/** A whole number below `below` that looks drawn, from the number of a row. */
const drawn = (below: number, salt: number) => `(((s * 2654435761 + ${salt * 40503}) >> 7) % ${below})`;

const RETURNS = `${NUMBERS('schools', ':authorities * :schoolsEach')},
  years(y) AS (VALUES ${Array.from({ length: YEARS }, (_, at) => `(${FIRST_YEAR + at})`).join(', ')})
  INSERT INTO received_returns (id, la_estab, school_name, period_from, period_to, period_name, period_kind, format,
    file_name, sha256, created_at, nil, current, counts, received_by, received_at)
  SELECT y || '-' || s, ${LA_ESTAB}, 'School ' || s, y || '-09-01', (y + 1) || '-08-31', 'Year', 'annual', 'csv',
    y || '-' || s || '.csv', y || '-' || s, (y + 1) || '-09-10T10:00:00', 0, 1,
    '{"pupils":0,"fixedPeriod":0,"permanent":0,"lunchtime":0,"sessions":0}', 'Bench', (y + 1) || '-09-10'
  FROM schools, years`;

/** Pupils have one to four exclusions in a year; every seventieth exclusion is permanent. */
const EXCLUSIONS = `${NUMBERS('rows', ':exclusions')},
  placed AS (SELECT s AS position, ${FIRST_YEAR} + s % ${YEARS} AS y,
    ${drawn(1_000_000, 3)} % (:authorities * :schoolsEach) AS school,
    s / 2 AS pupil, ${drawn(16, 5)} AS reason, ${drawn(18, 7)} AS ethnicity, ${drawn(8, 11)} AS length,
    ${drawn(300, 13)} AS day FROM rows)
  INSERT INTO received_exclusions (return_id, position, la_estab, school_year, counts, upn, surname, forename, sex, dob,
    nc_year, on_roll, category, reasons, start_date, sessions, in_care, sen_provision, ethnicity, fsm)
  SELECT p.y || '-' || p.school, p.position, r.la_estab, p.y, 1, 'U' || p.pupil, 'Surname', 'Alex',
    CASE WHEN p.pupil % 3 = 0 THEN 'F' ELSE 'M' END, '2011-01-01', CAST(7 + p.pupil % 5 AS text), 1,
    CASE WHEN p.position % 70 = 0 THEN 'PERM' ELSE 'SUSP' END, '["R' || p.reason || '"]',
    date(p.y || '-09-02', '+' || p.day || ' days'), CASE WHEN p.position % 70 = 0 THEN NULL ELSE 1 + p.length END, 0,
    CASE WHEN p.pupil % 4 = 0 THEN 'K' ELSE 'N' END, 'E' || p.ethnicity, p.pupil % 2
  FROM placed p JOIN received_returns r ON r.id = p.y || '-' || p.school`;

const TOTALS = `INSERT INTO received_year_totals
  SELECT la_estab, school_year, sum(fixed), sum(half_days), sum(lengths), sum(permanents), 0,
    count(CASE WHEN fixed > 0 THEN 1 END), count(CASE WHEN fixed > 1 THEN 1 END)
  FROM (SELECT la_estab, school_year, count(CASE WHEN category = 'SUSP' THEN 1 END) AS fixed,
      coalesce(sum(sessions), 0) AS half_days, count(sessions) AS lengths,
      count(CASE WHEN category = 'PERM' THEN 1 END) AS permanents
    FROM received_exclusions WHERE counts GROUP BY la_estab, school_year, upn) GROUP BY la_estab, school_year`;

const PROFILES = `INSERT INTO school_profiles (la_estab, school_year, headcount, source)
  SELECT la_estab, CAST(substr(period_from, 1, 4) AS integer), 150 + (rowid * 37) % 900, 'bench' FROM received_returns`;

const CLUSTERS = `INSERT INTO authority_schools (la_estab, name, phase, cluster, source)
  SELECT la_estab, school_name, CASE WHEN substr(la_estab, 4, 1) = '4' THEN 'secondary' ELSE 'primary' END,
    'Cluster ' || substr(la_estab, 1, 3) || '-' || CAST(la_estab AS integer) % 25, 'bench'
  FROM received_returns GROUP BY la_estab`;

/** Fills a database with a country's returns of three whole school years, in SQL: no file is read. */
export function fillCountry(file: string, country: Country): void {
  const database = openRaw(file);
  try {
    database.pragma('synchronous = OFF');
    for (const statement of [RETURNS, EXCLUSIONS, TOTALS, PROFILES, CLUSTERS]) {
      // Put in as text: a number that is bound is a fraction to SQLite, and divides as one.
      database.exec(
        Object.entries(country).reduce(
          (text, [name, value]) => text.replaceAll(`:${name}`, String(value)),
          statement,
        ),
      );
    }
    database.exec('ANALYZE');
    database.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
}
