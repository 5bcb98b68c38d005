import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { refuse } from '#shared/kernel/result.ts';
import { readHomeVisits, writeHomeVisit } from '../../storage/repositories/stay-records.ts';
import type { Handler } from '../context.ts';
import { inForce, openStay } from './open-stay.ts';

const NOT_DONE = 'Nothing was noted';

/**
 * Plans a visit to a pupil who studies at home, or notes that it was made, or that a planned one was not. Only with a
 * visit of its day does work at home count as education.
 */
export const noteVisit: Handler<'stays.visit'> = (context, { placementId, date, visitor, made, note }) =>
  context.change<Record<string, never>>(async (db) => {
    const { clock } = context;
    const today = clock.today();
    const opened = await openStay(db, placementId, NOT_DONE);
    if (!opened.ok) return opened;
    const { stay, provider, places } = opened.value;
    if (provider.kind !== 'home-study') {
      return refuse(
        'refused',
        `${NOT_DONE}: visits belong to supervised study at home, and ${stay.name} is at ${provider.name}.`,
      );
    }
    const field = (message: string) => ({ fields: [{ path: 'date', message }] });
    if (!places.some((place) => place.date === date && inForce(place, clock.now()))) {
      return refuse(
        'invalid-input',
        `${NOT_DONE}: ${stay.name} has no session at home on ${formatDate(date)}.`,
        field('Choose a day of the stay.'),
      );
    }
    if (made && date > today) {
      return refuse(
        'invalid-input',
        `${NOT_DONE}: ${formatDate(date)} is still to come, so the visit cannot have been made. Plan it, and note it on the day.`,
        field('Choose today or an earlier day.'),
      );
    }
    const before = (await readHomeVisits(db, placementId)).find((visit) => visit.date === date);
    if (!made && date < today && before === undefined) {
      return refuse(
        'invalid-input',
        `${NOT_DONE}: ${formatDate(date)} is over. A visit can be planned for today or later; one of that day can only be noted as made.`,
        field('Choose today or a later day.'),
      );
    }
    const after = { visitor, made, note: note === undefined || note === '' ? null : note };
    await writeHomeVisit(db, { placementId, date, ...after });
    return {
      ok: true,
      value: {
        value: {},
        audit: {
          subjectType: 'placement',
          subjectId: placementId,
          detail: {
            pupilId: stay.pupilId,
            date,
            before: before ? { visitor: before.visitor, made: before.made, note: before.note } : null,
            after,
          },
        },
      },
    };
  });
