/** Rows of a database of data version 2 (before duties), with everything awkward that one may hold, as SQL for both engines. */
export function versionTwoRows(engine: 'sqlite' | 'postgres'): readonly string[] {
  const yes = engine === 'sqlite' ? '1' : 'true';
  const no = engine === 'sqlite' ? '0' : 'false';
  const exclusion = (
    id: string,
    pupil: string,
    kind: string,
    state: string,
    dates: string,
    more: { readonly halfDays?: number; readonly decided?: string; readonly account?: string } = {},
  ) => {
    const { halfDays, decided, account } = more;
    const issued = state === 'issued' ? `'Ann Other', '2025-06-03T09:00:00.000Z'` : 'NULL, NULL';
    const text = (value: string | undefined) => (value === undefined ? 'NULL' : `'${value}'`);
    return `INSERT INTO exclusions (id, school_id, pupil_id, kind, state, rule_set, start_date, start_slot, end_date,
      end_slot, half_days, incident_on, incident_account, decided_by, sen_provision, in_care, recorded_by, recorded_at,
      issued_by, issued_at, version) VALUES ('${id}', 's', '${pupil}', '${kind}', '${state}', 'england-2022', ${dates},
      ${halfDays === undefined ? 'NULL' : String(halfDays)}, '2025-06-02', ${text(account)}, ${text(decided)}, 'K', ${yes},
      'Clerk', '2025-06-02T15:00:00.000Z', ${issued}, 3)`;
  };
  const pupil = (id: string, upn: string) =>
    `INSERT INTO pupils (id, school_id, upn, surname, forename, sex, dob, in_care, search_text, version, updated_at)
     VALUES ('${id}', 's', '${upn}', 'O''Shaughnessy', 'Żaneta', 'F', '2011-02-17', ${no}, '', 1, '2025-01-01T00:00:00.000Z')`;
  const halfDay = (id: string, pupilId: string, date: string, slot: string) =>
    `INSERT INTO exclusion_half_days (exclusion_id, pupil_id, date, slot) VALUES ('${id}', '${pupilId}', '${date}', '${slot}')`;
  const place = (id: string, slot: string, state: string, ended: string) =>
    `INSERT INTO places (id, placement_id, exclusion_id, pupil_id, provider_id, date, slot, state, held_until, ended_reason,
      ended_by, ended_at) VALUES ('${id}', 'm', 'fixed', 'p1', 'pru', '2025-06-03', '${slot}', '${state}', ${ended})`;
  return [
    `INSERT INTO schools (id, la_estab, urn, name, phase) VALUES ('s', '2014001', NULL, 'Test High School', 'secondary')`,
    `INSERT INTO workspace (id, home_school_id, demonstration, promise_from_day, created_at)
     VALUES (1, 's', ${no}, 1, '2025-01-01T00:00:00.000Z')`,
    pupil('p1', 'A201400120001'),
    pupil('p2', 'A201400120002'),
    exclusion('empty-draft', 'p1', 'fixed-period', 'draft', 'NULL, NULL, NULL, NULL'),
    exclusion('draft', 'p2', 'permanent', 'draft', `'2025-06-04', 'pm', NULL, NULL`, {
      account: 'It is “said” that he threw a chair; 50% of the class saw it.',
    }),
    exclusion('fixed', 'p1', 'fixed-period', 'issued', `'2025-06-03', 'am', '2025-06-03', 'pm'`, {
      halfDays: 2,
      decided: 'Mrs H. Okafor-Lindqvist',
    }),
    exclusion('lunch', 'p2', 'lunchtime', 'issued', `'2025-06-03', 'am', '2025-06-04', 'pm'`, {
      halfDays: 2,
      decided: 'Mrs H. Okafor-Lindqvist',
    }),
    exclusion('permanent', 'p2', 'permanent', 'issued', `'2025-06-05', 'pm', NULL, NULL`, {
      decided: 'Mr Acting',
    }),
    `INSERT INTO exclusion_reasons (exclusion_id, position, code) VALUES ('fixed', 1, 'PP'), ('fixed', 2, 'DB')`,
    halfDay('fixed', 'p1', '2025-06-03', 'am'),
    halfDay('fixed', 'p1', '2025-06-03', 'pm'),
    halfDay('lunch', 'p2', '2025-06-03', 'lunch'),
    halfDay('lunch', 'p2', '2025-06-04', 'lunch'),
    `INSERT INTO earlier_half_days (pupil_id, school_year, term, half_days, source)
     VALUES ('p1', 2024, 'autumn', 5, 'Letter of the earlier school')`,
    `INSERT INTO providers (id, school_id, kind, name, active, version) VALUES ('pru', 's', 'pru', 'The Bridge', ${yes}, 1)`,
    `INSERT INTO provider_sessions (provider_id, weekday, slot, capacity, starts, ends)
     VALUES ('pru', 2, 'am', 1, '09:00', '12:00'), ('pru', 2, 'pm', 1, '13:00', '15:00')`,
    `INSERT INTO placements (id, exclusion_id, pupil_id, provider_id, made_by, made_at, version)
     VALUES ('m', 'fixed', 'p1', 'pru', 'Clerk', '2025-06-02T15:30:00.000Z', 1)`,
    // A stay of which no place was ever made, and one of a permanently excluded pupil.
    `INSERT INTO placements (id, exclusion_id, pupil_id, provider_id, made_by, made_at, version)
     VALUES ('empty', 'permanent', 'p2', 'pru', 'Clerk', '2025-06-04T15:30:00.000Z', 1)`,
    place('booked', 'am', 'booked', 'NULL, NULL, NULL, NULL'),
    place('cancelled', 'pm', 'cancelled', `NULL, 'Parent declined', 'Clerk', '2025-06-02T16:00:00.000Z'`),
    `INSERT INTO audit (at, user_name, role, operation, subject_type, subject_id)
     VALUES ('2025-06-03T09:00:00.000Z', 'Ann Other', 'decider', 'exclusions.issue', 'exclusion', 'fixed')`,
    `INSERT INTO received_returns (id, file_name, sha256, format, la_estab, school_name, period_from, period_to, period_name,
      created_at, nil, received_by, received_at, counts, current) VALUES ('r', 'a.xml', 'abc', 'census-xml', '2014001',
      'Test High School', '2025-01-01', '2025-07-31', 'Autumn census 2025', '2025-09-01T09:00:00', ${no}, 'Clerk',
      '2025-09-01T10:00:00.000Z', '{}', ${yes})`,
    `INSERT INTO received_exclusions (return_id, position, upn, surname, forename, sex, dob, on_roll, category, reasons,
      start_date, sessions) VALUES ('r', 1, 'A201400120001', 'O''Shaughnessy', 'Żaneta', 'F', '2011-02-17', ${yes}, 'SUSP',
      '["PP"]', '2025-06-03', 2)`,
  ];
}

/** What version 2 held of exclusions and their half days, in a form that both versions can be asked for. */
export const VERSION_TWO_QUERIES = [
  `SELECT id, pupil_id, kind, state, rule_set, start_date, start_slot, end_date, end_slot, half_days, incident_on,
    incident_at, incident_place, incident_account, decided_by, sen_provision, in_care, recorded_by, recorded_at,
    issued_by, issued_at, version FROM exclusions ORDER BY id`,
  'SELECT exclusion_id, pupil_id, date, slot FROM exclusion_half_days ORDER BY exclusion_id, date, slot',
  'SELECT * FROM exclusion_reasons ORDER BY exclusion_id, position',
  `SELECT id, placement_id, exclusion_id, pupil_id, provider_id, date, slot, state, held_until, ended_reason, ended_by,
    ended_at FROM places ORDER BY id`,
  'SELECT id, exclusion_id, pupil_id, provider_id, made_by, made_at, version FROM placements ORDER BY id',
  'SELECT * FROM earlier_half_days',
  'SELECT id, home_school_id, demonstration, promise_from_day, created_at FROM workspace',
  'SELECT id, at, user_name, role, operation, subject_type, subject_id, detail FROM audit',
  `SELECT id, file_name, sha256, format, la_estab, school_name, period_from, period_to, period_name, created_at, nil,
    received_by, received_at, counts, current FROM received_returns`,
  `SELECT return_id, position, upn, surname, forename, sex, dob, nc_year, on_roll, category, reasons, start_date, sessions,
    in_care, sen_provision FROM received_exclusions`,
];

/** What the upgrade to stays adds to what was there before. */
export const ADDED_TO_STAYS =
  'SELECT id, purpose, school_id, pupil_group, expected_from, expected_to, override_reason FROM placements ORDER BY id';
export const ADDED_TO_PLACES = 'SELECT id, school_id, state, ended_code, outcome FROM places ORDER BY id';

/** What the upgrade to returns of any period adds to what was received before, and the totals it makes of it. */
export const ADDED_TO_RECEIVED = [
  'SELECT id, period_kind, replaces_id, signed_by FROM received_returns',
  `SELECT la_estab, school_year, CASE WHEN counts THEN 1 ELSE 0 END AS counts, ethnicity, fsm, start_session, end_date,
    explanations FROM received_exclusions`,
  'SELECT * FROM received_year_totals',
];

/** Their answers for the rows above, column by column. */
export const RECEIVED_ADDED: readonly (readonly unknown[])[] = [
  ['r', 'census', null, null],
  ['2014001', 2024, 1, null, null, null, null, null],
  ['2014001', 2024, 1, 2, 1, 0, 0, 1, 0],
];
