import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const FOLDER = new URL('../fixtures/published/', import.meta.url);

/** A published file as it was published; see tests/fixtures/published/README.md. */
export const publishedFile = (name: string): Buffer =>
  gunzipSync(readFileSync(new URL(`${name}.csv.gz`, FOLDER)));

/** Those with figures, each with its lines. */
export const PUBLISHED_FILES = [
  ['ees_exclusions_by_reason_201617', 7004],
  ['SFR35_2017_reason_for_exclusion', 6367],
  ['SFR35_2017_duration_fixed_period_exclusions', 1767],
  ['SFR35_2017_number_fixed_period_exclusions', 1228],
  ['clean_la_data', 7122],
  ['nat_summary', 45],
  ['ees_school_level_preview_2024-25_autumn', 3],
] as const;
