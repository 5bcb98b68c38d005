/**
 * Who may do what with rows of their own school, written down by hand from what the app lets each role do: recorder (R),
 * decider (D), provider staff (S), governors’ clerk (G), administrator (A); and of what the area keeps the authority (T)
 * and the administrator of the area (Z). Nobody ever touches a row of another school.
 */
export interface MayDo {
  readonly see: string;
  readonly add: string;
  readonly change: string;
  readonly remove: string;
}

const row = (see: string, add = '', change = add, remove = change): MayDo => ({ see, add, change, remove });

const AREA = row('TZ', 'TZ');

export const MATRIX: Readonly<Record<string, MayDo>> = {
  workspace: row('RDSGATZ', '', 'RDAZ', ''),
  session_times: row('RDSGA', 'DA'),
  terms: row('RDSGA', 'DA'),
  closures: row('RDSGA', 'DA'),
  heads: row('RDSGA', 'DA'),
  school_details: row('RDSGA', 'DA'),
  pupils: row('RDGA', 'RDA', 'RDA', ''),
  earlier_half_days: row('RDGA', 'RDA'),
  contacts: row('RDSGA', 'RDA'),
  exams: row('RDGA', 'RDA'),
  requested_absences: row('RDGA', 'RDA'),
  at_risk_criteria: row('RDA', 'RDA'),
  at_risk_entries: row('RDA', 'RDA'),
  attendance_figures: row('RDA', 'RDA'),
  key_workers: row('RDA', 'RDA'),
  key_worker_meetings: row('RDA', 'RDA'),
  support_staff: row('RDA', 'RDA'),
  agencies: row('RDA', 'RDA'),
  support_plans: row('RDA', 'RDA'),
  plan_targets: row('RDA', 'RDA'),
  plan_reviews: row('RDA', 'RDA', 'DA', ''),
  referrals: row('RDA', 'RDA'),
  panels: row('RDA', 'RDA'),
  panel_items: row('RDA', 'RDA'),
  reintegrations: row('RDGA', 'RDA'),
  reintegration_steps: row('RDGA', 'RDA', 'RDGA', 'RDA'),
  earlier_records: row('RDGA', 'RDA'),
  returns: row('RDGA', 'RDA', 'DA', ''),
  retention_rules: row('DA', 'DA'),
  retention_holds: row('DA', 'DA'),
  erasures: row('DA', 'DA', '', ''),
  exclusions: row('RDGA', 'RDA', 'RDGA', 'RDA'),
  exclusion_reasons: row('RDGA', 'RDA'),
  exclusion_half_days: row('RDGA', 'RDA', 'RDGA', ''),
  case_events: row('RDGA', 'RDGA', 'RDGA', ''),
  duties: row('RDGA', 'RDGA'),
  duty_changes: row('RDGA', 'RDGA', 'DA', ''),
  letters: row('RDGA', 'RDGA'),
  letter_issues: row('RDGA', 'RDGA', 'DA', ''),
  return_explanations: row('RDGA', 'RDA'),
  place_enquiries: row('RDA', 'RDA', 'DA', ''),
  wait_list: row('RDGA', 'RDGA'),
  keep_apart: row('RDA', 'RDA'),
  providers: row('RDSGA', 'DA', 'DA', ''),
  provider_sessions: row('RDSGA', 'DA'),
  provider_closures: row('RDSGA', 'DA'),
  provider_adults: row('RDSGA', 'DA'),
  provider_hosts: row('RDSGA', 'DA'),
  itinerary_stages: row('RDA', 'DA'),
  placements: row('RDSGA', 'RDA', 'RDSGA', ''),
  places: row('RDSGA', 'RDA', 'RDSGA', ''),
  course_sessions: row('RDSGA', 'RDSGA'),
  home_visits: row('RDSGA', 'RDSGA'),
  placement_escorts: row('RDSGA', 'RDSGA'),
  stay_reports: row('RDSGA', 'RDSGA'),
  stay_tasks: row('RDSGA', 'RDSGA'),
  audit: row('RDGAZ'),
  audit_head: row('RDSGA'),
  command_receipts: row(''),
  editing: row('RDSGA'),
  seal_keys: row('RDA', 'RDA', 'RDA', ''),
  authority_groups: AREA,
  authority_schools: AREA,
  school_profiles: AREA,
  published_files: AREA,
  published_figures: AREA,
  quarantined_files: AREA,
  column_mappings: AREA,
  conference_criteria: AREA,
  return_due_dates: AREA,
  return_chasers: AREA,
  received_returns: AREA,
  received_exclusions: AREA,
  risk_grids: AREA,
  risk_grid_rows: AREA,
  received_year_totals: AREA,
};

/** Functions that somebody who signs in may call at all. */
export const CALLABLE: readonly string[] = [
  'public.own_workspace',
  ...['today', 'me', 'who', 'my_name', 'workspace', 'may', 'school_for', 'area_for', 'workspace_for'].map(
    (name) => `rights.${name}`,
  ),
  ...[
    'places_at',
    'providers_seen',
    'manages_all',
    'owns',
    'names_of',
    'name_taken',
    'set_login',
    'end_login',
  ].map((name) => `rights.${name}`),
  ...['rename_login', 'set_own_password', 'signed_in', 'lapse_holds', 'erase_details'].map(
    (name) => `rights.${name}`,
  ),
];
