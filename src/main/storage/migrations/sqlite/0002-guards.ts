import type { Migration } from '../migration.ts';

const ACTIVE = `('held', 'booked')`;

/** The week's capacity of the session a place is in; none means that the provider does not run it. */
const CAPACITY = `coalesce((SELECT capacity FROM provider_sessions
    WHERE provider_id = NEW.provider_id AND slot = NEW.slot
      AND weekday = CAST(strftime('%w', NEW.date) AS INTEGER)), 0)`;

const TAKEN = `(SELECT count(*) FROM places
    WHERE provider_id = NEW.provider_id AND date = NEW.date AND slot = NEW.slot AND state IN ${ACTIVE})`;

const CLOSED = `EXISTS (SELECT 1 FROM provider_closures
    WHERE provider_id = NEW.provider_id AND NEW.date BETWEEN from_date AND to_date AND slot IN ('all', NEW.slot))`;

const CHECK_PLACE = `
  SELECT RAISE(ABORT, 'provider-closed') WHERE ${CLOSED};
  SELECT RAISE(ABORT, 'place-full') WHERE ${TAKEN} >= ${CAPACITY};`;

/** Rules that must hold whatever program writes: capacity recounted, history kept. */
export const guards: Migration = {
  name: 'guards',
  statements: [
    `CREATE TRIGGER places_capacity_insert BEFORE INSERT ON places WHEN NEW.state IN ${ACTIVE}
     BEGIN ${CHECK_PLACE} END`,
    `CREATE TRIGGER places_capacity_update BEFORE UPDATE OF state, provider_id, date, slot ON places
     WHEN NEW.state IN ${ACTIVE} AND (OLD.state NOT IN ${ACTIVE}
       OR NEW.provider_id <> OLD.provider_id OR NEW.date <> OLD.date OR NEW.slot <> OLD.slot)
     BEGIN ${CHECK_PLACE} END`,
    `CREATE TRIGGER places_keep BEFORE DELETE ON places
     BEGIN SELECT RAISE(ABORT, 'places are kept as history'); END`,
    `CREATE TRIGGER places_of_placement BEFORE INSERT ON places
     WHEN NOT EXISTS (SELECT 1 FROM placements p WHERE p.id = NEW.placement_id AND p.provider_id = NEW.provider_id
       AND p.pupil_id = NEW.pupil_id AND p.exclusion_id = NEW.exclusion_id)
     BEGIN SELECT RAISE(ABORT, 'place differs from its placement'); END`,
    `CREATE TRIGGER exclusions_keep_issued BEFORE DELETE ON exclusions WHEN OLD.state = 'issued'
     BEGIN SELECT RAISE(ABORT, 'issued exclusions are kept'); END`,
    `CREATE TRIGGER exclusions_stay_issued BEFORE UPDATE OF state ON exclusions
     WHEN OLD.state = 'issued' AND NEW.state = 'draft'
     BEGIN SELECT RAISE(ABORT, 'an issued exclusion cannot become a draft'); END`,
    `CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
     BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END`,
    `CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
     BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END`,
  ],
};
