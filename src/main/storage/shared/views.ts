/** Pupils by name for whoever may know who comes: the school's own, and those with a stay at a provider of theirs. */
const NAMES = `SELECT id, school_id, surname, forename, form, nc_year FROM public.pupils
  WHERE (SELECT rights.owns()) OR kept_by = (SELECT rights.school_for('pupils.view', 'places.arrange'))
  OR id = ANY (ARRAY(SELECT stay.pupil_id FROM public.placements stay
    WHERE stay.provider_id = ANY ((SELECT rights.places_at())::text[])))`;

/**
 * That a place is taken, of other schools: no pupil, no exclusion, no school. The letters that stand for a pupil are the
 * same in all of the pupil's places and lead nowhere; a place is counted, a week's pupils are told apart.
 */
const OTHERS = `SELECT 'other-' || md5(p.id || hidden.salt) AS id, 'other-' || md5(p.pupil_id || hidden.salt) AS pupil_id,
  p.provider_id, p.date, p.slot, p.state, p.held_until, m.pupil_group
  FROM public.places p JOIN public.placements m ON m.id = p.placement_id CROSS JOIN rights.hidden
  WHERE p.state IN ('held', 'booked') AND p.provider_id = ANY ((SELECT rights.providers_seen())::text[])
  AND NOT (p.provider_id = ANY ((SELECT rights.places_at())::text[]))
  AND NOT (SELECT rights.owns()) AND p.school_id IS DISTINCT FROM (SELECT rights.school_for('places.arrange', 'exclusions.view'))`;

/**
 * What is shown of records whose rows a person may not see. The views work with the owner's rights and have their
 * conditions themselves; as barriers they keep a caller's functions away from rows that do not meet them.
 */
export const RIGHTS_VIEWS: readonly string[] = [
  'CREATE TABLE IF NOT EXISTS rights.hidden (one boolean PRIMARY KEY DEFAULT true CHECK (one), salt text NOT NULL)',
  'INSERT INTO rights.hidden (salt) VALUES (gen_random_uuid()::text || gen_random_uuid()::text) ON CONFLICT DO NOTHING',
  `CREATE OR REPLACE VIEW public.pupil_names WITH (security_barrier) AS ${NAMES}`,
  `CREATE OR REPLACE VIEW public.others_places WITH (security_barrier) AS ${OTHERS}`,
];
