import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { refuse } from '#shared/kernel/result.ts';
import { deleteHomeVisit, readHomeVisits, writeHomeVisit } from '../../storage/repositories/stay-records.ts';
import type { Handler } from '../context.ts';
import { noteBookedEducation } from '../education-booked.ts';
import { inForce, openStay } from './open-stay.ts';

const NOT_DONE = 'Nothing was noted';

/**
 * Plans a visit to a pupil who studies at home, calls it off, or notes that it was made, or was not. Only with a
 * visit of its day does work at home count as education.
 */
export const noteVisit: Handler<'stays.visit'> = (context, input) =>
  context.change<Record<string, never>>(async (db) => {
    const { clock } = context;
    const { placementId, date, visitor, made, note, calledOff } = input;
    const today = clock.today();
    const opened = await openStay(db, context.session, placementId, NOT_DONE);
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
    if (calledOff && (made || before?.made !== false)) {
      return refuse(
        'conflict',
        `${NOT_DONE}: ${before === undefined ? 'no visit is planned for' : 'the visit was made on'} ${formatDate(date)}, so none can be called off.`,
      );
    }
    if (!made && date < today && before === undefined) {
      return refuse(
        'invalid-input',
        `${NOT_DONE}: ${formatDate(date)} is over. A visit can be planned for today or later; one of that day can only be noted as made.`,
        field('Choose today or a later day.'),
      );
    }
    const after = { visitor, made, note: note === undefined || note === '' ? null : note };
    if (calledOff) await deleteHomeVisit(db, placementId, date);
    else await writeHomeVisit(db, { placementId, date, ...after });
    if (stay.exclusionId !== null) await noteBookedEducation(db, context, [stay.exclusionId]);
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
            after: calledOff ? null : after,
          },
        },
      },
    };
  });
