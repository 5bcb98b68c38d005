import { formatShortDate } from '#shared/domain/calendar/format-date.ts';
import { refuse } from '#shared/kernel/result.ts';
import { deleteEscort, writeEscorts } from '../../storage/repositories/escorts.ts';
import { readActivePlaces } from '../../storage/repositories/places.ts';
import { readStay } from '../../storage/repositories/stays.ts';
import type { Handler } from '../context.ts';
import { homeSchool } from '../home-school.ts';

/** Names who goes with the pupil on a day of a stay; an empty name takes it back. */
export const nameEscort: Handler<'places.name-escort'> = (context, { placementId, date, name }) =>
  context.change(async (db) => {
    const home = await homeSchool(db);
    if (!home.ok) return home;
    const placement = await readStay(db, home.value.school.id, placementId);
    if (!placement) {
      return refuse('not-found', 'Nothing was saved: this stay is not in the book. Open the pupil again.');
    }
    const { providerId } = placement;
    const there = await readActivePlaces(db, context.clock.now(), { providerId, dates: [date] });
    if (!there.some((place) => place.placementId === placementId)) {
      return refuse(
        'conflict',
        `Nothing was saved: the pupil has no place of this stay on ${formatShortDate(date)}. Choose a day of the stay.`,
        { fields: [{ path: 'date', message: 'Choose a day of the stay.' }] },
      );
    }
    if (name === '') await deleteEscort(db, placementId, date);
    else await writeEscorts(db, placementId, [{ date, name }]);
    const detail = { escort: { date, name: name === '' ? null : name } };
    return {
      ok: true,
      value: { value: {}, audit: { subjectType: 'placement', subjectId: placementId, detail } },
    };
  });
