import { DEFINER } from './definer.ts';

/** Columns that say whose a row is: written once. */
const WHOSE = ['id', 'school_id', 'pupil_id', 'exclusion_id', 'placement_id', 'provider_id', 'entry_id'];

/** Tables of which each row stays with whom and where it is. */
const STAY_PUT: Readonly<Record<string, readonly string[]>> = {
  pupils: ['id', 'school_id', 'kept_by'],
  exclusions: WHOSE,
  exclusion_half_days: WHOSE,
  case_events: WHOSE,
  duties: [...WHOSE, 'key'],
  letters: WHOSE,
  letter_issues: WHOSE,
  placements: WHOSE,
  places: WHOSE,
  stay_tasks: WHOSE,
  stay_reports: WHOSE,
  contacts: WHOSE,
  requested_absences: WHOSE,
  at_risk_entries: WHOSE,
  key_workers: WHOSE,
  support_staff: WHOSE,
  agencies: WHOSE,
  support_plans: WHOSE,
  plan_targets: [...WHOSE, 'plan_id'],
  referrals: WHOSE,
  panels: WHOSE,
  reintegrations: WHOSE,
  reintegration_steps: WHOSE,
  earlier_records: WHOSE,
  wait_list: WHOSE,
  providers: ['id', 'school_id'],
  returns: WHOSE,
  workspace: ['id', 'home_school_id'],
  users: ['id'],
};

/** What policies cannot say, because it is about a row before and after: nobody but the owner is let past. */
export const guardFunctions = (columnsOf: (table: string) => ReadonlySet<string>): readonly string[] => [
  ...Object.entries(STAY_PUT).flatMap(([table, columns]) => {
    const own = columns.filter((column) => columnsOf(table).has(column));
    const moved = own.map((column) => `OLD.${column} IS DISTINCT FROM NEW.${column}`).join(' OR ');
    return [
      `DROP TRIGGER IF EXISTS rights_stay_put ON public.${table}`,
      `CREATE TRIGGER rights_stay_put BEFORE UPDATE ON public.${table} FOR EACH ROW WHEN (${moved})
       EXECUTE FUNCTION refuse_change('a record stays with whom and where it is')`,
    ];
  }),
  // Who records may draft; whoever decides issues.
  `CREATE OR REPLACE FUNCTION rights.exclusion_guard() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
   BEGIN
     IF rights.me() IS NOT NULL AND NEW.state <> 'draft' AND (TG_OP = 'INSERT' OR OLD.state = 'draft')
        AND NOT rights.may('exclusions.decide') THEN
       RAISE EXCEPTION 'only who decides may issue an exclusion' USING ERRCODE = 'insufficient_privilege';
     END IF;
     RETURN NEW;
   END $$`,
  'DROP TRIGGER IF EXISTS rights_exclusion ON public.exclusions',
  `CREATE TRIGGER rights_exclusion BEFORE INSERT OR UPDATE OF state ON public.exclusions
   FOR EACH ROW EXECUTE FUNCTION rights.exclusion_guard()`,
  // Who decides changes a provider; that other schools book there is the administrator's to say.
  `CREATE OR REPLACE FUNCTION rights.provider_guard() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
   BEGIN
     IF rights.me() IS NOT NULL AND NEW.shared IS DISTINCT FROM (TG_OP = 'UPDATE' AND OLD.shared)
        AND NOT rights.may('setup.manage') THEN
       RAISE EXCEPTION 'only an administrator opens a provider to other schools' USING ERRCODE = 'insufficient_privilege';
     END IF;
     RETURN NEW;
   END $$`,
  'DROP TRIGGER IF EXISTS rights_provider ON public.providers',
  `CREATE TRIGGER rights_provider BEFORE INSERT OR UPDATE OF shared ON public.providers
   FOR EACH ROW EXECUTE FUNCTION rights.provider_guard()`,
  // Staff of a provider mark who came; they neither book nor give up but where a pupil may not come any more.
  `CREATE OR REPLACE FUNCTION rights.place_guard() RETURNS trigger LANGUAGE plpgsql ${DEFINER} AS $$
   BEGIN
     IF NEW.state IS DISTINCT FROM OLD.state AND rights.me() IS NOT NULL AND NEW.state <> 'lapsed'
        AND coalesce(NEW.ended_code, '') <> 'excluded-from-centre'
        AND NOT coalesce(NEW.school_id = rights.school_for('places.book', 'duties.fulfil', 'providers.edit'), false)
        AND NOT EXISTS (SELECT 1 FROM providers p WHERE p.id = NEW.provider_id AND p.school_id = rights.school_for('places.book', 'providers.edit')) THEN
       RAISE EXCEPTION 'staff of a provider do not book or give up places' USING ERRCODE = 'insufficient_privilege';
     END IF;
     RETURN NEW;
   END $$`,
  'DROP TRIGGER IF EXISTS rights_place ON public.places',
  `CREATE TRIGGER rights_place BEFORE UPDATE OF state ON public.places FOR EACH ROW EXECUTE FUNCTION rights.place_guard()`,
  // A hold that has run out takes up no room, whoever held; the server's clock says whether it has.
  `CREATE OR REPLACE FUNCTION rights.lapse_holds(at text) RETURNS void LANGUAGE sql ${DEFINER} AS $$
     UPDATE places SET state = 'lapsed', ended_reason = 'The hold ran out', ended_at = at
     WHERE state = 'held' AND held_until <= at
       AND held_until <= to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
       AND provider_id = ANY ((SELECT rights.providers_seen())::text[])
       AND school_id IS DISTINCT FROM (SELECT rights.school_for('places.book')) $$`,
  // What erasing takes out of the trail, of one's own chain; the trigger of the table lets nothing else through.
  `CREATE OR REPLACE FUNCTION rights.erase_details(ids bigint[]) RETURNS void LANGUAGE sql ${DEFINER} AS $$
     UPDATE audit SET detail = NULL, salt = NULL WHERE id = ANY (ids) AND detail IS NOT NULL
       AND id / 1000000000 = (SELECT rights.workspace_for('privacy.manage')) $$`,
];
