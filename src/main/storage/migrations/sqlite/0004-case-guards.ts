import type { Migration } from '../migration.ts';

const refuse = (name: string, when: string, message: string): string =>
  `CREATE TRIGGER ${name} ${when} BEGIN SELECT RAISE(ABORT, '${message}'); END`;

/**
 * What was issued, recorded, fulfilled or sent stays. Rebuilding `exclusions` dropped its two triggers, so they are made
 * again, for every state after the draft.
 */
export const caseGuards: Migration = {
  name: 'case-guards',
  statements: [
    refuse(
      'exclusions_keep_issued',
      `BEFORE DELETE ON exclusions WHEN OLD.state <> 'draft'`,
      'issued exclusions are kept',
    ),
    refuse(
      'exclusions_stay_issued',
      `BEFORE UPDATE OF state ON exclusions WHEN OLD.state <> 'draft' AND NEW.state = 'draft'`,
      'an issued exclusion cannot become a draft',
    ),
    refuse(
      'exclusion_half_days_keep',
      'BEFORE DELETE ON exclusion_half_days',
      'half days are kept as history',
    ),
    refuse('case_events_keep', 'BEFORE DELETE ON case_events', 'events are struck out, never removed'),
    refuse(
      'duties_keep_fulfilled',
      'BEFORE DELETE ON duties WHEN OLD.fulfilled_on IS NOT NULL',
      'a fulfilled duty is kept',
    ),
    refuse('duty_changes_no_update', 'BEFORE UPDATE ON duty_changes', 'the history of duties is append-only'),
    refuse('duty_changes_no_delete', 'BEFORE DELETE ON duty_changes', 'the history of duties is append-only'),
    refuse('letter_issues_no_update', 'BEFORE UPDATE ON letter_issues', 'the issue log is append-only'),
    refuse('letter_issues_no_delete', 'BEFORE DELETE ON letter_issues', 'the issue log is append-only'),
  ],
};
