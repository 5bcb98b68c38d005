import type { Migration } from '../migration.ts';

const ACTIVE = `('held', 'booked')`;

const CLOSED = `EXISTS (SELECT 1 FROM provider_closures
    WHERE provider_id = NEW.provider_id AND NEW.date BETWEEN from_date AND to_date AND slot IN ('all', NEW.slot)
      AND places IS NULL)`;

/** The week's capacity of the session less the places out of use then; none means that the provider does not run it. */
const CAPACITY = `(coalesce((SELECT capacity FROM provider_sessions
    WHERE provider_id = NEW.provider_id AND slot = NEW.slot
      AND weekday = CAST(strftime('%w', NEW.date) AS INTEGER)), 0)
  - coalesce((SELECT sum(places) FROM provider_closures
    WHERE provider_id = NEW.provider_id AND NEW.date BETWEEN from_date AND to_date AND slot IN ('all', NEW.slot)), 0))`;

/** Places taken in the same session of the provider. */
const TAKEN = `SELECT count(*) FROM places
    WHERE provider_id = NEW.provider_id AND date = NEW.date AND slot = NEW.slot AND state IN ${ACTIVE}`;

const MONDAY = `date(NEW.date, '-' || ((CAST(strftime('%w', NEW.date) AS INTEGER) + 6) % 7) || ' days')`;

/** Other pupils who are there in the same week; one who is there already takes up nothing new. */
const WEEK_PUPILS = `(SELECT count(DISTINCT pupil_id) FROM places
    WHERE provider_id = NEW.provider_id AND state IN ${ACTIVE} AND pupil_id <> NEW.pupil_id
      AND date BETWEEN ${MONDAY} AND date(${MONDAY}, '+6 days'))`;

const RULE_OF = (column: string) => `(SELECT ${column} FROM providers WHERE id = NEW.provider_id)`;

const KEPT_APART = `EXISTS (SELECT 1 FROM keep_apart k JOIN places p
      ON p.pupil_id = CASE WHEN k.pupil_a = NEW.pupil_id THEN k.pupil_b ELSE k.pupil_a END
    WHERE NEW.pupil_id IN (k.pupil_a, k.pupil_b) AND k.from_date <= NEW.date
      AND (k.to_date IS NULL OR NEW.date <= k.to_date)
      AND p.provider_id = NEW.provider_id AND p.date = NEW.date AND p.slot = NEW.slot AND p.state IN ${ACTIVE})`;

const CHECK_PLACE = `
  SELECT RAISE(ABORT, 'provider-closed') WHERE ${CLOSED};
  SELECT RAISE(ABORT, 'place-full') WHERE (${TAKEN}) >= ${CAPACITY};
  SELECT RAISE(ABORT, 'share-full') WHERE (${TAKEN} AND school_id = NEW.school_id) >= ${RULE_OF('school_share')};
  SELECT RAISE(ABORT, 'week-full') WHERE ${WEEK_PUPILS} >= ${RULE_OF('week_capacity')};
  SELECT RAISE(ABORT, 'kept-apart') WHERE ${KEPT_APART};`;

/**
 * The triggers of the book, made again after its tables were: capacity of a session, a week and a school's share, and
 * pupils who are kept apart, whatever program writes.
 */
export const stayGuards: Migration = {
  name: 'stay-guards',
  statements: [
    `CREATE TRIGGER places_capacity_insert BEFORE INSERT ON places WHEN NEW.state IN ${ACTIVE}
     BEGIN ${CHECK_PLACE} END`,
    `CREATE TRIGGER places_capacity_update BEFORE UPDATE OF state, provider_id, date, slot, pupil_id, school_id ON places
     WHEN NEW.state IN ${ACTIVE} AND (OLD.state NOT IN ${ACTIVE} OR NEW.provider_id <> OLD.provider_id
       OR NEW.date <> OLD.date OR NEW.slot <> OLD.slot OR NEW.pupil_id <> OLD.pupil_id OR NEW.school_id <> OLD.school_id)
     BEGIN ${CHECK_PLACE} END`,
    `CREATE TRIGGER places_keep BEFORE DELETE ON places
     BEGIN SELECT RAISE(ABORT, 'places are kept as history'); END`,
    `CREATE TRIGGER places_of_placement BEFORE INSERT ON places
     WHEN NOT EXISTS (SELECT 1 FROM placements p WHERE p.id = NEW.placement_id AND p.provider_id = NEW.provider_id
       AND p.pupil_id = NEW.pupil_id AND p.exclusion_id IS NEW.exclusion_id AND p.school_id = NEW.school_id)
     BEGIN SELECT RAISE(ABORT, 'place differs from its placement'); END`,
    `CREATE TRIGGER stay_tasks_keep BEFORE DELETE ON stay_tasks
     BEGIN SELECT RAISE(ABORT, 'what a stay owes is dropped, never removed'); END`,
    `CREATE TRIGGER place_enquiries_no_update BEFORE UPDATE ON place_enquiries
     BEGIN SELECT RAISE(ABORT, 'enquiries are evidence and stay as they are'); END`,
    `CREATE TRIGGER place_enquiries_no_delete BEFORE DELETE ON place_enquiries
     BEGIN SELECT RAISE(ABORT, 'enquiries are evidence and stay as they are'); END`,
  ],
};
