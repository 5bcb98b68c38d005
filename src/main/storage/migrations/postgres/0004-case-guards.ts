import type { Migration } from '../migration.ts';

const refuse = (name: string, when: string, message: string, condition = ''): string =>
  `CREATE TRIGGER ${name} BEFORE ${when} FOR EACH ROW ${condition} EXECUTE FUNCTION refuse_change('${message}')`;

/** What was issued, recorded, fulfilled or sent stays. */
export const caseGuards: Migration = {
  name: 'case-guards',
  statements: [
    `DROP TRIGGER exclusions_keep_issued ON exclusions`,
    `DROP TRIGGER exclusions_stay_issued ON exclusions`,
    refuse(
      'exclusions_keep_issued',
      'DELETE ON exclusions',
      'issued exclusions are kept',
      `WHEN (OLD.state <> 'draft')`,
    ),
    refuse(
      'exclusions_stay_issued',
      'UPDATE OF state ON exclusions',
      'an issued exclusion cannot become a draft',
      `WHEN (OLD.state <> 'draft' AND NEW.state = 'draft')`,
    ),
    refuse('exclusion_half_days_keep', 'DELETE ON exclusion_half_days', 'half days are kept as history'),
    refuse('case_events_keep', 'DELETE ON case_events', 'events are struck out, never removed'),
    refuse(
      'duties_keep_fulfilled',
      'DELETE ON duties',
      'a fulfilled duty is kept',
      'WHEN (OLD.fulfilled_on IS NOT NULL)',
    ),
    refuse(
      'duty_changes_append_only',
      'UPDATE OR DELETE ON duty_changes',
      'the history of duties is append-only',
    ),
    refuse('letter_issues_append_only', 'UPDATE OR DELETE ON letter_issues', 'the issue log is append-only'),
  ],
};
