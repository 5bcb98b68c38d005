import { asSuperuser } from '../../builders/postgres-database.ts';
import type { PostgresPlace } from '#main/storage/engines/postgres/place.ts';

/** `FIRST_DAY_BENCH_SCHOOLS` takes no more schools than that, for trials. */
export const AREA = {
  schools: Number(process.env['FIRST_DAY_BENCH_SCHOOLS'] ?? 200),
  pupilsEach: 300,
  exclusionsEach: 250,
  years: 5,
} as const;

/** The school that the model rows are of, and whose office asks. */
export const ASKING = 'school-1';

/**
 * Gives a database that has one school with issued cases the years of a whole area: each school, the first one too, is
 * given rows made of the first one's, its cases over five years, two days and four places each, every duty done. All but
 * two providers become those of other schools, for everybody to book. On the server itself, past its guards: a million
 * rows take half a minute.
 */
export async function fillArea(place: PostgresPlace): Promise<void> {
  const { schools, pupilsEach, exclusionsEach, years } = AREA;
  const clone = (table: string, more: string) =>
    `(jsonb_populate_record(${table}, jsonb_build_object(${more}))).*`;
  const old = `date '2020-09-07' + ((n * ${String(years * 365)} / ${String(exclusionsEach)}) / 7) * 7`;
  const school = `CASE WHEN s = 0 THEN '${ASKING}' ELSE 'area-' || s END`;
  const each = `generate_series(0, ${String(schools)}) s CROSS JOIN generate_series(1, ${String(exclusionsEach)}) n`;
  const days = "CROSS JOIN generate_series(0, 1) d CROSS JOIN unnest(ARRAY['am', 'pm']) slot";
  await asSuperuser(
    place,
    `SET session_replication_role = replica;
     INSERT INTO schools (id, la_estab, name, phase)
       SELECT 'area-' || s, '201' || (6000 + s), 'School ' || s, 'secondary' FROM generate_series(1, ${String(schools)}) s;
     CREATE TEMP TABLE model_pupil AS SELECT * FROM pupils ORDER BY id LIMIT 1;
     CREATE TEMP TABLE model_case AS SELECT e.* FROM exclusions e
       WHERE EXISTS (SELECT 1 FROM duties d WHERE d.exclusion_id = e.id) ORDER BY e.id LIMIT 1;
     CREATE TEMP TABLE model_duty AS SELECT * FROM duties WHERE exclusion_id = (SELECT id FROM model_case);
     CREATE TEMP TABLE model_stay AS SELECT * FROM placements ORDER BY id LIMIT 1;
     INSERT INTO pupils SELECT ${clone(
       'm',
       `'id', 'a' || s || '-' || p, 'school_id', ${school}, 'kept_by', ${school},
       'upn', 'B' || lpad((s * 1000 + p)::text, 12, '0'), 'surname', 'Surname' || p`,
     )}
       FROM model_pupil m CROSS JOIN generate_series(0, ${String(schools)}) s CROSS JOIN generate_series(1, ${String(pupilsEach)}) p;
     INSERT INTO exclusions SELECT ${clone(
       'm',
       `'id', 'a' || s || '-' || n, 'school_id', ${school},
       'pupil_id', 'a' || s || '-' || (1 + n % ${String(pupilsEach)}), 'start_date', (${old})::text, 'end_date', (${old} + 1)::text`,
     )}
       FROM model_case m CROSS JOIN ${each};
     INSERT INTO exclusion_half_days (exclusion_id, pupil_id, date, slot, given_back)
       SELECT 'a' || s || '-' || n, 'a' || s || '-' || (1 + n % ${String(pupilsEach)}), (${old} + d)::text, slot, false
       FROM ${each} ${days};
     INSERT INTO duties SELECT ${clone(
       'm',
       `'exclusion_id', 'a' || s || '-' || n, 'due_by', (${old})::text,
       'fulfilled_on', (${old})::text, 'how', 'By letter', 'by_whom', 'Mrs Head', 'fulfilled_by', 'Test Person',
       'fulfilled_at', (${old})::text || 'T12:00:00.000Z'`,
     )} FROM model_duty m CROSS JOIN ${each};
     INSERT INTO placements SELECT ${clone(
       'm',
       `'id', 'a' || s || '-' || n, 'exclusion_id', 'a' || s || '-' || n,
       'pupil_id', 'a' || s || '-' || (1 + n % ${String(pupilsEach)}), 'school_id', ${school}, 'provider_id', 'provider-' || (n % 60),
       'expected_from', (${old})::text, 'expected_to', (${old} + 1)::text`,
     )} FROM model_stay m CROSS JOIN ${each};
     INSERT INTO places (id, placement_id, exclusion_id, pupil_id, provider_id, school_id, date, slot, state)
       SELECT 'a' || s || '-' || n || '-' || d || slot, 'a' || s || '-' || n, 'a' || s || '-' || n,
         'a' || s || '-' || (1 + n % ${String(pupilsEach)}), 'provider-' || (n % 60), ${school}, (${old} + d)::text, slot, 'booked'
       FROM ${each} ${days};
     UPDATE providers SET shared = true;
     UPDATE providers SET school_id = 'area-' || (1 + substr(id, 10)::integer % ${String(schools)}) WHERE substr(id, 10)::integer > 1`,
    'VACUUM ANALYZE',
  );
}
