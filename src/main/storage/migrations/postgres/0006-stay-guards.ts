import type { Migration } from '../migration.ts';

/**
 * The rules of the book for several programs at once: capacity of a session, a week and a school's share, and pupils
 * who are kept apart, recounted under a lock on the provider's week.
 */
export const stayGuards: Migration = {
  name: 'stay-guards',
  statements: [
    `CREATE OR REPLACE FUNCTION places_check_capacity() RETURNS trigger LANGUAGE plpgsql AS $$
     DECLARE
       monday text := (date_trunc('week', NEW.date::date)::date)::text;
       sunday text := (date_trunc('week', NEW.date::date)::date + 6)::text;
       rule providers%ROWTYPE;
       capacity_then integer;
     BEGIN
       IF NEW.state NOT IN ('held', 'booked') THEN RETURN NEW; END IF;
       IF TG_OP = 'UPDATE' AND OLD.state IN ('held', 'booked') AND NEW.provider_id = OLD.provider_id
          AND NEW.date = OLD.date AND NEW.slot = OLD.slot AND NEW.pupil_id = OLD.pupil_id
          AND NEW.school_id = OLD.school_id THEN RETURN NEW; END IF;
       PERFORM pg_advisory_xact_lock(hashtextextended(NEW.provider_id || monday, 0));
       IF EXISTS (SELECT 1 FROM provider_closures WHERE provider_id = NEW.provider_id
                  AND NEW.date BETWEEN from_date AND to_date AND slot IN ('all', NEW.slot) AND places IS NULL) THEN
         RAISE EXCEPTION 'provider-closed' USING ERRCODE = 'check_violation';
       END IF;
       capacity_then := coalesce((SELECT capacity FROM provider_sessions WHERE provider_id = NEW.provider_id
             AND slot = NEW.slot AND weekday = extract(isodow FROM NEW.date::date)), 0)
         - coalesce((SELECT sum(places) FROM provider_closures WHERE provider_id = NEW.provider_id
             AND NEW.date BETWEEN from_date AND to_date AND slot IN ('all', NEW.slot)), 0);
       IF (SELECT count(*) FROM places WHERE provider_id = NEW.provider_id AND date = NEW.date
             AND slot = NEW.slot AND state IN ('held', 'booked')) >= capacity_then THEN
         RAISE EXCEPTION 'place-full' USING ERRCODE = 'check_violation';
       END IF;
       SELECT * INTO rule FROM providers WHERE id = NEW.provider_id;
       IF (SELECT count(*) FROM places WHERE provider_id = NEW.provider_id AND date = NEW.date
             AND slot = NEW.slot AND state IN ('held', 'booked') AND school_id = NEW.school_id) >= rule.school_share THEN
         RAISE EXCEPTION 'share-full' USING ERRCODE = 'check_violation';
       END IF;
       IF (SELECT count(DISTINCT pupil_id) FROM places WHERE provider_id = NEW.provider_id
             AND date BETWEEN monday AND sunday AND state IN ('held', 'booked') AND pupil_id <> NEW.pupil_id)
          >= rule.week_capacity THEN
         RAISE EXCEPTION 'week-full' USING ERRCODE = 'check_violation';
       END IF;
       IF EXISTS (SELECT 1 FROM keep_apart k JOIN places p
                    ON p.pupil_id = CASE WHEN k.pupil_a = NEW.pupil_id THEN k.pupil_b ELSE k.pupil_a END
                  WHERE NEW.pupil_id IN (k.pupil_a, k.pupil_b) AND k.from_date <= NEW.date
                    AND (k.to_date IS NULL OR NEW.date <= k.to_date) AND p.provider_id = NEW.provider_id
                    AND p.date = NEW.date AND p.slot = NEW.slot AND p.state IN ('held', 'booked')) THEN
         RAISE EXCEPTION 'kept-apart' USING ERRCODE = 'check_violation';
       END IF;
       RETURN NEW;
     END $$`,
    `DROP TRIGGER places_capacity ON places`,
    `CREATE TRIGGER places_capacity BEFORE INSERT OR UPDATE OF state, provider_id, date, slot, pupil_id, school_id ON places
     FOR EACH ROW EXECUTE FUNCTION places_check_capacity()`,
    `CREATE OR REPLACE FUNCTION places_check_placement() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF NOT EXISTS (SELECT 1 FROM placements p WHERE p.id = NEW.placement_id AND p.provider_id = NEW.provider_id
                      AND p.pupil_id = NEW.pupil_id AND p.exclusion_id IS NOT DISTINCT FROM NEW.exclusion_id
                      AND p.school_id = NEW.school_id) THEN
         RAISE EXCEPTION 'place differs from its placement' USING ERRCODE = 'check_violation';
       END IF;
       RETURN NEW;
     END $$`,
    `CREATE TRIGGER stay_tasks_keep BEFORE DELETE ON stay_tasks
     FOR EACH ROW EXECUTE FUNCTION refuse_change('what a stay owes is dropped, never removed')`,
    `CREATE TRIGGER place_enquiries_keep BEFORE UPDATE OR DELETE ON place_enquiries
     FOR EACH ROW EXECUTE FUNCTION refuse_change('enquiries are evidence and stay as they are')`,
  ],
};
