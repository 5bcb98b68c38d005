import {
  anybody,
  both,
  either,
  may,
  ofEntry,
  ofPupil,
  ofSchool,
  ofSchoolBy,
  ofWorkspace,
  writes,
  type TableRights,
} from './conditions.ts';

/** Contacts of a pupil who comes to a provider, as its staff see them on the page of the stay. */
const ofComer = `pupil_id = ANY (ARRAY(SELECT stay.pupil_id FROM public.placements stay WHERE stay.provider_id = ANY ((SELECT rights.places_at())::text[])))`;

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
  returns: {
    see: ofSchool('returns.view'),
    add: ofSchool('returns.export'),
    change: ofSchool('privacy.manage'),
  },
  retention_rules: { see: ofWorkspace('privacy.manage'), ...writes(ofWorkspace('privacy.manage')) },
  retention_holds: { see: ofPupil('privacy.manage'), ...writes(ofPupil('privacy.manage')) },
  erasures: { see: ofPupil('privacy.manage'), add: ofPupil('privacy.manage') },
};
