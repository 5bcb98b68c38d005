import type { Migration } from '../migration.ts';

/** All columns but the erased ones as they were. */
const same = (columns: readonly string[]): string =>
  columns.map((column) => `NEW.${column} IS NOT OLD.${column}`).join(' OR ');

const refuse = (name: string, table: string, when: string, message: string): string =>
  `CREATE TRIGGER ${name} BEFORE UPDATE ON ${table} WHEN ${when}
     BEGIN SELECT RAISE(ABORT, '${message}'); END`;

/** What stays as it was written lets one change through: that its personal text is erased, and nothing else of it. */
export const erasure: Migration = {
  name: 'erasure',
  statements: [
    `DROP TRIGGER duty_changes_no_update`,
    refuse(
      'duty_changes_no_update',
      'duty_changes',
      `NEW.cause <> '(erased)' OR ${same(['id', 'exclusion_id', 'key', 'change', 'before_due', 'after_due', 'user_name', 'at'])}`,
      'the history of duties is append-only',
    ),
    `DROP TRIGGER letter_issues_no_update`,
    refuse(
      'letter_issues_no_update',
      'letter_issues',
      `NEW.sent_to <> '(erased)' OR NEW.sha256 <> '(erased)' OR NEW.facts <> '{}' OR json_array_length(NEW.content, '$.blocks') IS NOT 0 OR ${same(['id', 'letter_id', 'exclusion_id', 'template_id', 'template_version', 'title', 'sent_how', 'sent_on', 'issued_by', 'issued_at'])}`,
      'the issue log is append-only',
    ),
    `DROP TRIGGER place_enquiries_no_update`,
    refuse(
      'place_enquiries_no_update',
      'place_enquiries',
      `coalesce(NEW.note, '') NOT IN ('', '(erased)') OR (OLD.note IS NULL) <> (NEW.note IS NULL) OR ${same(['id', 'exclusion_id', 'provider_id', 'provider_name', 'asked_on', 'asked_by', 'answer', 'from_date', 'to_date', 'recorded_at'])}`,
      'enquiries are evidence and stay as they are',
    ),
  ],
};
