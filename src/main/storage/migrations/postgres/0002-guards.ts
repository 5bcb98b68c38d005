import type { Migration } from '../migration.ts';

/** Rules that must hold whatever program writes: capacity recounted (under a lock on the session), history kept. */
export const guards: Migration = {
  name: 'guards',
  statements: [
    `CREATE FUNCTION places_check_capacity() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF NEW.state NOT IN ('held', 'booked') THEN RETURN NEW; END IF;
       IF TG_OP = 'UPDATE' AND OLD.state IN ('held', 'booked') AND NEW.provider_id = OLD.provider_id
          AND NEW.date = OLD.date AND NEW.slot = OLD.slot THEN RETURN NEW; END IF;
       PERFORM pg_advisory_xact_lock(hashtextextended(NEW.provider_id || NEW.date || NEW.slot, 0));
       IF EXISTS (SELECT 1 FROM provider_closures WHERE provider_id = NEW.provider_id
                  AND NEW.date BETWEEN from_date AND to_date AND slot IN ('all', NEW.slot)) THEN
         RAISE EXCEPTION 'provider-closed' USING ERRCODE = 'check_violation';
       END IF;
       IF (SELECT count(*) FROM places WHERE provider_id = NEW.provider_id AND date = NEW.date
             AND slot = NEW.slot AND state IN ('held', 'booked'))
          >= coalesce((SELECT capacity FROM provider_sessions WHERE provider_id = NEW.provider_id
             AND slot = NEW.slot AND weekday = extract(isodow FROM NEW.date::date)), 0) THEN
         RAISE EXCEPTION 'place-full' USING ERRCODE = 'check_violation';
       END IF;
       RETURN NEW;
     END $$`,
    `CREATE TRIGGER places_capacity BEFORE INSERT OR UPDATE OF state, provider_id, date, slot ON places
     FOR EACH ROW EXECUTE FUNCTION places_check_capacity()`,
    `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'check_violation'; END $$`,
    `CREATE TRIGGER places_keep BEFORE DELETE ON places
     FOR EACH ROW EXECUTE FUNCTION refuse_change('places are kept as history')`,
    `CREATE FUNCTION places_check_placement() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF NOT EXISTS (SELECT 1 FROM placements p WHERE p.id = NEW.placement_id AND p.provider_id = NEW.provider_id
                      AND p.pupil_id = NEW.pupil_id AND p.exclusion_id = NEW.exclusion_id) THEN
         RAISE EXCEPTION 'place differs from its placement' USING ERRCODE = 'check_violation';
       END IF;
       RETURN NEW;
     END $$`,
    `CREATE TRIGGER places_of_placement BEFORE INSERT ON places
     FOR EACH ROW EXECUTE FUNCTION places_check_placement()`,
    `CREATE TRIGGER exclusions_keep_issued BEFORE DELETE ON exclusions
     FOR EACH ROW WHEN (OLD.state = 'issued') EXECUTE FUNCTION refuse_change('issued exclusions are kept')`,
    `CREATE TRIGGER exclusions_stay_issued BEFORE UPDATE OF state ON exclusions
     FOR EACH ROW WHEN (OLD.state = 'issued' AND NEW.state = 'draft')
     EXECUTE FUNCTION refuse_change('an issued exclusion cannot become a draft')`,
    `CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit
     FOR EACH ROW EXECUTE FUNCTION refuse_change('the audit trail is append-only')`,
  ],
};
