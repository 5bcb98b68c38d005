import type pg from 'pg';
import { testCalendar } from './school.ts';

type Row = Readonly<Record<string, unknown>>;
type Rows = readonly (readonly [table: string, row: Row])[];

const AT = '2025-09-01T08:00:00.000Z';

/** Surnames by which another school's pupils are known wherever they turn up. */
export const SURNAME = { a: 'Ashgrove', b: 'Birchwood' } as const;

/** A row of every table that a school has, each with ids that begin with its letter; `number` is its workspace's. */
const rowsOfSchool = (s: 'a' | 'b', number: number): Rows => {
  const stay = { exclusion_id: `${s}-x`, pupil_id: `${s}-p`, provider_id: `${s}-here`, school_id: s };
  const guest = { exclusion_id: `${s}-x2`, pupil_id: `${s}-p2`, provider_id: 'pru', school_id: s };
  const pupil = (id: string, upn: string, forename: string): Row => ({
    id,
    school_id: s,
    upn,
    surname: SURNAME[s],
    forename,
    sex: 'F',
    dob: '2012-03-04',
    form: '9B',
    in_care: false,
    search_text: ` ${SURNAME[s].toLowerCase()}`,
    version: 1,
    updated_at: AT,
  });
  const exclusion = (id: string, pupil_id: string, state: string): Row => ({
    id,
    school_id: s,
    pupil_id,
    kind: 'fixed-period',
    state,
    rule_set: 'england-2022',
    in_care: false,
    start_date: '2025-11-13',
    start_slot: 'am',
    end_date: '2025-11-19',
    end_slot: 'pm',
    half_days: 10,
    incident_account: `${SURNAME[s]} pushed`,
    decided_by: 'Head',
    recorded_by: 'Rita',
    recorded_at: AT,
    issued_by: 'Dora',
    issued_at: AT,
    version: 1,
  });
  const placement = (id: string, of: Row): Row => ({
    id,
    ...of,
    purpose: 'exclusion',
    pupil_group: 'secondary',
    expected_from: '2025-11-13',
    expected_to: '2025-11-14',
    made_by: 'Rita',
    made_at: AT,
    version: 1,
  });
  const place = (id: string, placement_id: string, date: string, of: Row): Row => ({
    id,
    placement_id,
    ...of,
    date,
    slot: 'am',
    state: 'booked',
  });
  return [
    ['workspace', { id: number, home_school_id: s, demonstration: false, lunchtimes_in_return: false, created_at: AT }], // prettier-ignore
    ...testCalendar.terms.map(({ schoolYear, name, from, to }): Rows[number] => [
      'terms',
      { school_id: s, school_year: schoolYear, name, from_date: from, to_date: to },
    ]),
    ['closures', { id: `${s}-closure`, school_id: s, school_year: 2025, from_date: '2025-10-27', to_date: '2025-10-31', slot: 'all', kind: 'holiday', name: 'Half-term' }], // prettier-ignore
    ['session_times', { school_id: s, slot: 'am', starts: '08:45', ends: '12:15' }],
    ['session_times', { school_id: s, slot: 'pm', starts: '13:05', ends: '15:15' }],
    ['heads', { id: `${s}-head`, school_id: s, name: 'Mrs Head', acting: false, from_date: '2003-09-01', version: 1 }], // prettier-ignore
    ['school_details', { school_id: s, clerk_name: `Clerk of ${s}`, version: 1 }],
    ['pupils', pupil(`${s}-p`, `${s.toUpperCase()}000000000001`, 'Jo')],
    ['pupils', pupil(`${s}-p2`, `${s.toUpperCase()}000000000002`, 'Kim')],
    ['pupils', pupil(`${s}-p3`, `${s.toUpperCase()}000000000003`, 'Lee')],
    [
      'earlier_half_days',
      { pupil_id: `${s}-p`, school_year: 2025, term: 'autumn', half_days: 2, source: 'told' },
    ],
    ['contacts', { id: `${s}-contact`, pupil_id: `${s}-p`, relation: 'parent', name: SURNAME[s], position: 1, version: 1 }], // prettier-ignore
    ['exams', { id: `${s}-exam`, school_id: s, nc_year: '11', kind: 'public-examination', name: 'Maths', date: '2026-05-20', slot: 'am' }], // prettier-ignore
    ['exclusions', exclusion(`${s}-x`, `${s}-p`, 'issued')],
    ['exclusions', exclusion(`${s}-x2`, `${s}-p2`, 'issued')],
    ['exclusions', exclusion(`${s}-draft`, `${s}-p3`, 'draft')],
    ['exclusion_reasons', { exclusion_id: `${s}-x`, position: 1, code: 'PP' }],
    ['exclusion_half_days', { exclusion_id: `${s}-x`, pupil_id: `${s}-p`, date: '2025-11-13', slot: 'am', given_back: false }], // prettier-ignore
    ['case_events', { id: `${s}-event`, exclusion_id: `${s}-x`, type: 'representations', on_date: '2025-11-13', note: 'n', recorded_by: 'Rita', recorded_at: AT }], // prettier-ignore
    ['duties', { exclusion_id: `${s}-x`, key: 'tell-parents', party: 'parents', owed_by: 'head', basis: 'law', owed: true, without_delay: true, working: '[]', source: 's', certainty: 'c', why: 'w' }], // prettier-ignore
    ['duty_changes', { exclusion_id: `${s}-x`, key: 'tell-parents', change: 'new', cause: 'c', user_name: 'Rita', at: AT }], // prettier-ignore
    ['letters', { id: `${s}-letter`, exclusion_id: `${s}-x`, template_id: 't', gaps: '{}', updated_by: 'Rita', updated_at: AT, version: 1 }], // prettier-ignore
    ['letter_issues', { id: `${s}-issue`, letter_id: `${s}-letter`, exclusion_id: `${s}-x`, template_id: 't', template_version: 1, title: 't', content: '{}', facts: '{}', sha256: 'x', sent_to: 'p', sent_how: 'post', sent_on: '2025-11-12', issued_by: 'Rita', issued_at: AT }], // prettier-ignore
    ['return_explanations', { exclusion_id: `${s}-x`, rule: 'r', explanation: 'e', explained_by: 'Rita', explained_at: AT }], // prettier-ignore
    ['returns', { id: `${s}-return`, school_id: s, period_kind: 'census', period_from: '2025-09-01', period_to: '2025-12-31', period_name: 'Autumn', version: 1, format: 'csv', file_name: 'f', sha256: 'x', nil: false, counts: '{}', exported_by: 'Rita', exported_at: AT }], // prettier-ignore
    ['requested_absences', { id: `${s}-absence`, pupil_id: `${s}-p`, from_date: '2025-11-01', to_date: '2025-11-02', asked_by: 'x', account: 'y', recorded_by: 'Rita', recorded_at: AT, version: 1 }], // prettier-ignore
    ['providers', { id: `${s}-here`, school_id: s, kind: 'internal-unit', name: `Room of ${s}`, active: true, version: 1 }], // prettier-ignore
    ['provider_sessions', { provider_id: `${s}-here`, weekday: 4, slot: 'am', capacity: 3, starts: '09:00', ends: '12:00' }], // prettier-ignore
    ['provider_closures', { id: `${s}-shut`, provider_id: `${s}-here`, from_date: '2026-01-05', to_date: '2026-01-05', slot: 'all', reason: 'Snow' }], // prettier-ignore
    ['provider_adults', { id: `${s}-adult`, provider_id: `${s}-here`, name: 'Mr Adult', weekday: 4, slot: 'am', here: true }], // prettier-ignore
    ['provider_hosts', { provider_id: `${s}-here`, school_year: 2025, term: 'autumn', host: 'h' }],
    ['itinerary_stages', { id: `${s}-stage`, school_id: s, position: 1, exclusion_kind: 'fixed-period', from_day: 1, provider_id: `${s}-here` }], // prettier-ignore
    ['placements', placement(`${s}-stay`, stay)],
    ['placements', placement(`${s}-guest`, guest)],
    ['places', place(`${s}-place`, `${s}-stay`, '2025-11-13', stay)],
    ['places', place(`${s}-guest-place`, `${s}-guest`, '2025-11-13', guest)],
    ['course_sessions', { id: `${s}-course`, pupil_id: `${s}-p`, placement_id: `${s}-stay`, course: 'c', total: 2, done: 1, on_date: '2025-11-13', recorded_by: 'Rita' }], // prettier-ignore
    ['home_visits', { placement_id: `${s}-stay`, date: '2025-11-13', visitor: 'v', made: true }],
    ['placement_escorts', { placement_id: `${s}-stay`, date: '2025-11-13', name: 'e' }],
    [
      'stay_reports',
      { placement_id: `${s}-stay`, work: 'w', behaviour: 'quiet', next_steps: 'n', version: 1 },
    ],
    ['stay_tasks', { id: `${s}-task`, placement_id: `${s}-stay`, kind: 'work', title: 't', before_arrival: false, dropped: false, version: 1 }], // prettier-ignore
    ['place_enquiries', { id: `${s}-enquiry`, exclusion_id: `${s}-x`, provider_name: 'p', asked_on: '2025-11-12', asked_by: 'Rita', answer: 'no', from_date: '2025-11-13', to_date: '2025-11-14', recorded_at: AT }], // prettier-ignore
    ['wait_list', { id: `${s}-wait`, exclusion_id: `${s}-x`, provider_id: `${s}-here`, asked_at: AT, asked_by: 'Rita' }], // prettier-ignore
    ['keep_apart', { id: `${s}-apart`, pupil_a: `${s}-p`, pupil_b: `${s}-p2`, reason: 'r', from_date: '2025-12-01', made_by: 'Rita', made_at: AT }], // prettier-ignore
    ['at_risk_criteria', { school_id: s, categories: '[]', criteria: '[]', version: 1 }],
    ['at_risk_entries', { id: `${s}-entry`, pupil_id: `${s}-p`, since: '2025-10-01', reasons: '[]', periods: '[]', review_on: '2025-12-01', raised_by: 'Rita', raised_at: AT, version: 1 }], // prettier-ignore
    ['attendance_figures', { pupil_id: `${s}-p`, on_date: '2025-10-01', tenths: 800, source: 's', recorded_by: 'Rita', recorded_at: AT }], // prettier-ignore
    [
      'key_workers',
      { id: `${s}-worker`, entry_id: `${s}-entry`, name: 'w', role: 'r', from_date: '2025-10-01' },
    ],
    ['key_worker_meetings', { entry_id: `${s}-entry`, on_date: '2025-10-02', key_worker: 'w', recorded_by: 'Rita' }], // prettier-ignore
    ['support_staff', { id: `${s}-staff`, school_id: s, name: 'w', name_key: 'w', role: 'r', version: 1 }],
    ['agencies', { id: `${s}-agency`, school_id: s, name: 'a', name_key: 'a', helps_with: 'h', needs_parents: true, team: false, version: 1 }], // prettier-ignore
    ['support_plans', { id: `${s}-plan`, pupil_id: `${s}-p`, from_date: '2025-10-01', review_on: '2025-11-14', written_by: 'Rita', version: 1 }], // prettier-ignore
    ['plan_targets', { id: `${s}-target`, plan_id: `${s}-plan`, pupil_id: `${s}-p`, position: 1, target: 't', state: 'open' }], // prettier-ignore
    ['plan_reviews', { plan_id: `${s}-plan`, pupil_id: `${s}-p`, on_date: '2025-11-14', note: 'n', outcome: '{}', reviewed_by: 'Rita' }], // prettier-ignore
    ['referrals', { id: `${s}-referral`, pupil_id: `${s}-p`, agency_id: `${s}-agency`, made_on: '2025-10-01', why: 'w', done_so_far: 'd', parents: 'agreed', state: 'sent', made_by: 'Rita', version: 1 }], // prettier-ignore
    ['panels', { id: `${s}-panel`, school_id: s, on_date: '2025-11-14', version: 1 }],
    ['panel_items', { panel_id: `${s}-panel`, pupil_id: `${s}-p`, position: 1, why: 'w' }],
    ['reintegrations', { exclusion_id: `${s}-x`, invited_on: '2025-11-14', recorded_by: 'Rita', version: 1 }],
    ['reintegration_steps', { id: `${s}-step`, exclusion_id: `${s}-x`, kind: 'one-week', who: 'w', due_on: '2025-11-27', version: 1 }], // prettier-ignore
    ['earlier_records', { id: `${s}-earlier`, pupil_id: `${s}-p`, from_school: 'f', from_la_estab: '2014009', made_on: '2025-09-01', sha256: 'x', history: '{}', imported_by: 'Rita', imported_at: AT }], // prettier-ignore
    ['retention_rules', { kind: 'letters', keep_months: 24, reason: 'r', set_by: 'Dora', set_at: AT, version: 1, workspace_id: number }], // prettier-ignore
    [
      'retention_holds',
      { pupil_id: `${s}-p`, reason: 'r', until_date: '2030-01-01', set_by: 'Dora', set_at: AT },
    ],
    ['erasures', { id: `${s}-erasure`, pupil_id: `${s}-p3`, at: AT, by_name: 'Dora', kind: 'k', reason: 'r', counts: '{}' }], // prettier-ignore
    ['seal_keys', { id: `${s}-key`, holder: 'school', code: '2014001', public_key: `public ${s}`, secret_key: `secret ${s}`, added_by: 'Dora', added_at: AT, workspace_id: number }], // prettier-ignore
    ['audit', { id: number * 1e9 + 1, at: AT, user_name: `Dora of ${s}`, role: 'decider', operation: 'people.save', subject_type: 'person', subject_id: 'z', outcome: 'done' }], // prettier-ignore
    ['audit', { id: number * 1e9 + 2, at: AT, user_name: `Dora of ${s}`, role: 'decider', operation: 'exclusions.issue', subject_type: 'exclusion', subject_id: `${s}-x`, outcome: 'done', pupil_id: `${s}-p` }], // prettier-ignore
    ['audit_head', { id: number, length: 2, last_id: number * 1e9 + 2, hash: '0'.repeat(64) }],
    ['command_receipts', { id: `${s}-receipt`, operation: 'o', user_name: `Somebody else of ${s}`, at: AT, result: '{}', workspace_id: number }], // prettier-ignore
    ['editing', { subject_type: 'pupil', subject_id: `${s}-p`, window_id: 'w', user_name: `Somebody else of ${s}`, since: AT, seen_at: AT, workspace_id: number }], // prettier-ignore
  ];
};

/** What the authority keeps; the PRU is a school of its own whose provider is everybody's. */
const areaRows: Rows = [
  ['workspace', { id: 1, authority_code: '201', authority_name: 'Test Authority', demonstration: false, lunchtimes_in_return: false, created_at: AT }], // prettier-ignore
  ['schools', { id: 'a', la_estab: '2014001', name: 'Ash High School', phase: 'secondary' }],
  ['schools', { id: 'b', la_estab: '2014002', name: 'Birch High School', phase: 'secondary' }],
  ['schools', { id: 'unit', la_estab: '2011001', name: 'The Unit', phase: 'secondary' }],
  ['workspace', { id: 4, home_school_id: 'unit', demonstration: false, lunchtimes_in_return: false, created_at: AT }], // prettier-ignore
  ['providers', { id: 'pru', school_id: 'unit', kind: 'pru', name: 'The Bridge', active: true, version: 1, shared: true }], // prettier-ignore
  ...[1, 2, 3, 4, 5].flatMap((weekday): Rows => [
    ['provider_sessions', { provider_id: 'pru', weekday, slot: 'am', capacity: 3, starts: '09:00', ends: '12:00' }], // prettier-ignore
    ['provider_sessions', { provider_id: 'pru', weekday, slot: 'pm', capacity: 3, starts: '13:00', ends: '15:00' }], // prettier-ignore
  ]),
  ['authority_groups', { la: '201', la_name: 'Test', group_name: 'G' }],
  ['authority_schools', { la_estab: '2014001', name: 'Ash', phase: 'secondary', source: 's' }],
  ['school_profiles', { la_estab: '2014001', school_year: 2025, headcount: 900, source: 's' }],
  ['published_files', { id: 'file', layout: 'l', file_name: 'f', sha256: 'x', lines: 1, levels: '[]', imported_by: 'Ann', imported_at: AT }], // prettier-ignore
  ['published_figures', { file_id: 'file', position: 1, school_year: 2024, time_span: 't', level: 'l', area_code: 'c', area_name: 'n', school_type: 's', breakdown: 'all', region_code: 'r', figures: '{}' }], // prettier-ignore
  ['quarantined_files', { id: 'q', file_name: 'f', sha256: 'x', size: 1, message: 'm', problems: '[]', attempts: 1, refused_at: AT, refused_by: 'Ann' }], // prettier-ignore
  ['column_mappings', { id: 'map', headings: 'h', name: 'n', columns: '{}', saved_by: 'Ann', saved_at: AT }],
  ['conference_criteria', { id: 1, criteria: '{}', version: 1 }],
  ['return_due_dates', { period_from: '2025-09-01', period_to: '2025-12-31', period_name: 'Autumn', due_on: '2026-01-15' }], // prettier-ignore
  ['return_chasers', { id: 'chaser', la_estab: '2014001', period_from: '2025-09-01', period_to: '2025-12-31', written_by: 'Ann', written_at: AT }], // prettier-ignore
  ['received_returns', { id: 'received', la_estab: '2014001', school_name: 'Ash', period_kind: 'census', period_from: '2025-01-01', period_to: '2025-03-31', period_name: 'Spring', format: 'csv', file_name: 'f', sha256: 'x', created_at: AT, nil: false, current: true, counts: '{}', received_by: 'Ann', received_at: AT }], // prettier-ignore
  ['received_exclusions', { return_id: 'received', position: 1, upn: 'A000000000001', surname: 'Received', forename: 'Jo', sex: 'F', dob: '2012-03-04', on_roll: true, category: 'SUSP', reasons: '[]', start_date: '2025-02-03', la_estab: '2014001', school_year: 2024, counts: true }], // prettier-ignore
  ['risk_grids', { id: 'grid', la_estab: '2014001', school_name: 'Ash', school_year: 2025, term: 'autumn', made_at: AT, pupils_on_roll: 900, criteria: '{}', file_name: 'f', sha256: 'x', current: true, received_by: 'Ann', received_at: AT }], // prettier-ignore
  ['risk_grid_rows', { grid_id: 'grid', position: 1, upn: 'A000000000001', name: 'Received Jo', categories: '[]', why: '[]', since: '2025-10-01' }], // prettier-ignore
  ['received_year_totals', { la_estab: '2014001', school_year: 2024, fixed_period: 1, sessions: 2, with_length: 1, permanent: 0, lunchtime: 0, pupils: 1, repeat_pupils: 0 }], // prettier-ignore
  ['audit', { id: 1e9 + 1, at: AT, user_name: 'Ann', role: 'authority', operation: 'authority.import', subject_type: 'return', subject_id: 'received', outcome: 'done' }], // prettier-ignore
];

/** Fills a shared database with an authority, a unit whose places are everybody's, and two schools alike. */
export async function fillShared(owner: pg.Client): Promise<void> {
  await owner.query('BEGIN');
  // History that was never appended has no chain to go on.
  await owner.query('SET LOCAL session_replication_role = replica');
  for (const [table, row] of [...areaRows, ...rowsOfSchool('a', 2), ...rowsOfSchool('b', 3)]) {
    const columns = Object.keys(row);
    await owner.query(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${String(at + 1)}`).join(', ')})`,
      Object.values(row),
    );
  }
  await owner.query('COMMIT');
}
