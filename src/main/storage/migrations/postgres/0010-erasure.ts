import type { Migration } from '../migration.ts';

/** All columns but the erased ones as they were. */
const same = (columns: readonly string[]): string =>
  columns.map((column) => `NEW.${column} IS DISTINCT FROM OLD.${column}`).join(' OR ');

const guard = (table: string, trigger: string, when: string, message: string): readonly string[] => [
  `DROP TRIGGER ${trigger} ON ${table}`,
  `CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table}
     FOR EACH ROW EXECUTE FUNCTION refuse_change('${message}')`,
  `CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table}
     FOR EACH ROW WHEN (${when}) EXECUTE FUNCTION refuse_change('${message}')`,
];

/** What stays as it was written lets one change through: that its personal text is erased, and nothing else of it. */
export const erasure: Migration = {
  name: 'erasure',
  statements: [
    ...guard(
      'duty_changes',
      'duty_changes_append_only',
      `NEW.cause <> '(erased)' OR ${same(['id', 'exclusion_id', 'key', 'change', 'before_due', 'after_due', 'user_name', 'at'])}`,
      'the history of duties is append-only',
    ),
    ...guard(
      'letter_issues',
      'letter_issues_append_only',
      `NEW.sent_to <> '(erased)' OR NEW.sha256 <> '(erased)' OR NEW.facts <> '{}'::jsonb OR NEW.content->'blocks' IS DISTINCT FROM '[]'::jsonb OR ${same(['id', 'letter_id', 'exclusion_id', 'template_id', 'template_version', 'title', 'sent_how', 'sent_on', 'issued_by', 'issued_at'])}`,
      'the issue log is append-only',
    ),
    ...guard(
      'place_enquiries',
      'place_enquiries_keep',
      `coalesce(NEW.note, '') NOT IN ('', '(erased)') OR (OLD.note IS NULL) <> (NEW.note IS NULL) OR ${same(['id', 'exclusion_id', 'provider_id', 'provider_name', 'asked_on', 'asked_by', 'answer', 'from_date', 'to_date', 'recorded_at'])}`,
      'enquiries are evidence and stay as they are',
    ),
  ],
};
