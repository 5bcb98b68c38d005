import {
  atOwnProvider,
  both,
  either,
  may,
  ofOwnProvider,
  ofSchool,
  ofSeenProvider,
  ofStay,
  writes,
  type TableRights,
} from './conditions.ts';

const partOfProvider: TableRights = {
  see: ofSeenProvider('places.view', 'letters.view'),
  ...writes(ofOwnProvider('providers.edit', 'setup.manage')),
};

const partOfStay: TableRights = {
  see: ofStay('places.view', 'exclusions.view'),
  ...writes(ofStay('stays.work', 'places.book', 'duties.fulfil')),
};

/** Somebody’s own pupil wherever they may book; a guest who is on record here at a provider of the own school. */
const booked = either(
  both(ofSchool('places.book'), `provider_id = ANY ((SELECT rights.providers_seen())::text[])`),
  both(
    may('places.book'),
    atOwnProvider,
    `school_id = (SELECT guest.school_id FROM public.pupils guest WHERE guest.id = pupil_id)`,
  ),
);

/** Whoever ends or shortens an exclusion gives up its places; staff of a provider mark those that are there. */
const place: TableRights = {
  see: either(ofSchool('places.arrange', 'exclusions.view'), both(may('places.view'), atOwnProvider)),
  add: booked,
  change: either(ofSchool('places.book', 'duties.fulfil'), both(may('stays.work'), atOwnProvider)),
};

/** Providers and the book of places: shared with least data (`views.ts` has what is shown of others’ places). */
export const placeRights: Readonly<Record<string, TableRights>> = {
  providers: {
    see: either(
      ofSchool('places.arrange', 'letters.view'),
      `id = ANY ((SELECT rights.providers_seen())::text[])`,
    ),
    add: ofSchool('providers.edit', 'setup.manage'),
    change: ofSchool('providers.edit', 'setup.manage'),
  },
  provider_sessions: partOfProvider,
  provider_closures: partOfProvider,
  provider_adults: partOfProvider,
  provider_hosts: partOfProvider,
  itinerary_stages: { see: ofSchool('places.arrange'), ...writes(ofSchool('providers.edit')) },
  placements: place,
  places: place,
  course_sessions: partOfStay,
  home_visits: partOfStay,
  placement_escorts: partOfStay,
  stay_reports: partOfStay,
  stay_tasks: partOfStay,
};
