import { both, either, may, ofExclusion, ofSchool, writes, type TableRights } from './conditions.ts';

/** What a governors’ clerk notes, as in `features/clerk-part.ts`. */
const CLERKS_DUTY = `owed_by = 'governors' OR party = 'governors' OR key LIKE 'review-%'`;
const CLERKS_EVENT = `type IN ('representations', 'meeting-set', 'meeting-begun', 'decision', 'decision-told', 'review-asked', 'review-waived', 'review-decided', 'reconsidered')`;

const knows = (among: string, column: string) =>
  `EXISTS (SELECT 1 FROM public.${among} one WHERE one.id = ${column})`;

/** Whoever changes what a duty follows from has it worked out again in the same step. */
const SYNCS = [
  'exclusions.record',
  'pupils.edit',
  'pupils.import',
  'calendar.edit',
  'places.book',
  'school.edit',
] as const;

/** An exclusion and all that belongs to it. `draft_guard` (see `guard-functions.ts`) says who may issue. */
export const caseRights: Readonly<Record<string, TableRights>> = {
  exclusions: {
    see: ofSchool('exclusions.view'),
    add: both(ofSchool('exclusions.record'), knows('pupils', 'pupil_id')),
    change: ofSchool('exclusions.record', 'duties.fulfil'),
    remove: both(ofSchool('exclusions.record'), `state = 'draft'`),
  },
  exclusion_reasons: { see: ofExclusion('exclusions.view'), ...writes(ofExclusion('exclusions.record')) },
  exclusion_half_days: {
    see: ofExclusion('exclusions.view'),
    add: ofExclusion('exclusions.record', 'calendar.edit'),
    // The governors’ decision gives half days back.
    change: ofExclusion('exclusions.record', 'duties.fulfil', 'calendar.edit'),
  },
  case_events: {
    see: ofExclusion('exclusions.view'),
    add: either(
      ofExclusion('exclusions.record'),
      both(ofExclusion('duties.fulfil', 'letters.issue'), CLERKS_EVENT),
    ),
    change: either(ofExclusion('exclusions.record'), both(ofExclusion('duties.fulfil'), CLERKS_EVENT)),
  },
  duties: {
    see: ofExclusion('duties.view'),
    // A decision brings new duties, the office’s among them, whoever notes it.
    add: ofExclusion(...SYNCS, 'duties.fulfil'),
    change: either(
      ofExclusion(...SYNCS),
      both(ofExclusion('duties.fulfil'), `fulfilled_on IS NULL OR ${CLERKS_DUTY}`),
    ),
    remove: ofExclusion(...SYNCS, 'duties.fulfil'),
  },
  duty_changes: {
    see: ofExclusion('duties.view'),
    add: ofExclusion(...SYNCS, 'duties.fulfil'),
    change: ofExclusion('privacy.manage'),
  },
  letters: { see: ofExclusion('letters.view'), ...writes(ofExclusion('letters.write', 'letters.issue')) },
  letter_issues: {
    see: ofExclusion('letters.view'),
    add: ofExclusion('letters.issue'),
    change: ofExclusion('privacy.manage'),
  },
  return_explanations: { see: ofExclusion('returns.view'), ...writes(ofExclusion('returns.export')) },
  place_enquiries: {
    see: ofExclusion('places.arrange'),
    add: ofExclusion('places.book'),
    change: ofExclusion('privacy.manage'),
  },
  wait_list: {
    see: ofExclusion('places.arrange', 'duties.fulfil'),
    ...writes(ofExclusion('places.book', 'exclusions.record', 'duties.fulfil')),
  },
  // Either school sees the pair; the other pupil is somebody whom this school knows by name.
  keep_apart: {
    see: both(may('places.arrange'), either(knows('pupils', 'pupil_a'), knows('pupils', 'pupil_b'))),
    ...writes(
      both(
        may('places.book'),
        either(knows('pupils', 'pupil_a'), knows('pupils', 'pupil_b')),
        knows('pupil_names', 'pupil_a'),
        knows('pupil_names', 'pupil_b'),
      ),
    ),
  },
};
