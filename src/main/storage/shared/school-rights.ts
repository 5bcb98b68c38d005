import {
  anybody,
  both,
  either,
  may,
  ofEntry,
  ofExclusion,
  ofPanel,
  ofPlan,
  ofPupil,
  ofSchool,
  ofSchoolBy,
  ofWorkspace,
  writes,
  type TableRights,
} from './conditions.ts';

/** Contacts of a pupil who comes to a provider, as its staff see them on the page of the stay. */
const ofComer = `EXISTS (SELECT 1 FROM public.placements stay WHERE stay.pupil_id = contacts.pupil_id AND stay.provider_id = ANY ((SELECT rights.places_at())::text[]))`;

const calendar: TableRights = {
  see: ofSchool('app.use'),
  ...writes(ofSchool('calendar.edit', 'setup.manage')),
};

/** A school, its calendar and its pupils with what is kept of each. */
export const schoolRights: Readonly<Record<string, TableRights>> = {
  // Names and numbers of schools are public; who adds a visitor adds the school that they come from.
  schools: {
    see: anybody,
    add: may('places.book', 'setup.manage'),
    change: ofSchoolBy('id', 'setup.manage', 'school.edit'),
  },
  session_times: calendar,
  terms: calendar,
  closures: calendar,
  heads: { see: ofSchool('app.use'), ...writes(ofSchool('school.edit', 'setup.manage')) },
  school_details: { see: ofSchool('app.use'), ...writes(ofSchool('school.edit', 'setup.manage')) },
  // Guests of other schools too, as long as they are on record here.
  pupils: {
    see: ofSchoolBy('kept_by', 'pupils.view'),
    add: ofSchoolBy('kept_by', 'pupils.import', 'pupils.edit'),
    change: ofSchoolBy('kept_by', 'pupils.import', 'pupils.edit'),
  },
  earlier_half_days: { see: ofPupil('pupils.view'), ...writes(ofPupil('pupils.edit', 'pupils.import')) },
  contacts: {
    see: either(ofPupil('pupils.view'), both(may('stays.work'), ofComer)),
    ...writes(ofPupil('pupils.edit', 'pupils.import')),
  },
  exams: { see: ofSchool('pupils.view'), ...writes(ofSchool('pupils.edit')) },
  requested_absences: { see: ofPupil('exclusions.view'), ...writes(ofPupil('exclusions.record')) },
  at_risk_criteria: { see: ofSchool('support.view'), ...writes(ofSchool('support.edit')) },
  at_risk_entries: { see: ofPupil('support.view'), ...writes(ofPupil('support.edit')) },
  attendance_figures: { see: ofPupil('support.view'), ...writes(ofPupil('support.edit')) },
  key_workers: { see: ofEntry('support.view'), ...writes(ofEntry('support.edit')) },
  key_worker_meetings: { see: ofEntry('support.view'), ...writes(ofEntry('support.edit')) },
  support_staff: { see: ofSchool('support.view'), ...writes(ofSchool('support.edit')) },
  agencies: { see: ofSchool('support.view'), ...writes(ofSchool('support.edit')) },
  support_plans: { see: ofPupil('support.view'), ...writes(ofPupil('support.edit')) },
  plan_targets: { see: ofPlan('support.view'), ...writes(ofPlan('support.edit')) },
  plan_reviews: {
    see: ofPlan('support.view'),
    add: ofPlan('support.edit'),
    change: ofPlan('privacy.manage'),
  },
  referrals: { see: ofPupil('support.view'), ...writes(ofPupil('support.edit')) },
  panels: { see: ofSchool('support.view'), ...writes(ofSchool('support.edit')) },
  panel_items: { see: ofPanel('support.view'), ...writes(ofPanel('support.edit')) },
  reintegrations: { see: ofExclusion('exclusions.view'), ...writes(ofExclusion('exclusions.record')) },
  reintegration_steps: {
    see: ofExclusion('exclusions.view'),
    ...writes(ofExclusion('exclusions.record')),
    // A decision that the clerk notes may move the first day back, and the looks with it.
    change: ofExclusion('exclusions.record', 'duties.fulfil'),
  },
  earlier_records: { see: ofPupil('pupils.view'), ...writes(ofPupil('pupils.edit', 'pupils.import')) },
  returns: {
    see: ofSchool('returns.view'),
    add: ofSchool('returns.export'),
    change: ofSchool('privacy.manage'),
  },
  retention_rules: { see: ofWorkspace('privacy.manage'), ...writes(ofWorkspace('privacy.manage')) },
  retention_holds: { see: ofPupil('privacy.manage'), ...writes(ofPupil('privacy.manage')) },
  erasures: { see: ofPupil('privacy.manage'), add: ofPupil('privacy.manage') },
};
