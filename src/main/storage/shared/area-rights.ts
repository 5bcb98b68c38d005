import { both, either, may, ofArea, ofWorkspace, writes, type TableRights } from './conditions.ts';

const kept: TableRights = {
  see: ofArea('authority.view'),
  ...writes(ofArea('authority.import')),
};

/** What the authority keeps of all schools; a school sees none of it. */
export const areaRights: Readonly<Record<string, TableRights>> = {
  authority_groups: kept,
  authority_schools: kept,
  school_profiles: kept,
  published_files: kept,
  published_figures: kept,
  quarantined_files: kept,
  column_mappings: kept,
  return_due_dates: kept,
  return_chasers: kept,
  received_returns: kept,
  received_year_totals: kept,
  risk_grids: kept,
  risk_grid_rows: { see: ofArea('authority.view-pupils'), ...writes(ofArea('authority.import')) },
  received_exclusions: {
    see: ofArea('authority.view-pupils'),
    ...writes(ofArea('authority.import')),
  },
  conference_criteria: {
    see: ofArea('authority.view'),
    ...writes(ofArea('authority.view-pupils')),
  },
  // The secret half only for who seals or opens with it.
  seal_keys: {
    see: either(
      both(ofWorkspace('returns.view', 'authority.view'), 'secret_key IS NULL'),
      ofWorkspace('returns.export', 'authority.import'),
    ),
    add: ofWorkspace('returns.export', 'authority.import', 'keys.manage'),
    change: both(ofWorkspace('returns.export', 'authority.import', 'keys.manage'), may('app.use')),
  },
};
