import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { refuse } from '#shared/kernel/result.ts';
import { cancelPlaces, lapseHolds } from '../../storage/repositories/place-writes.ts';
import { writeParentChoice } from '../../storage/repositories/stays.ts';
import type { AuditNote, Handler } from '../context.ts';
import { noteBookedEducation } from '../education-booked.ts';
import { lapseNotes } from '../lapse-notes.ts';
import { makeStayTasks } from '../stay-tasks.ts';
import { changedSince, inForce, openStay } from './open-stay.ts';

const NOT_DONE = 'Nothing was noted';

/**
 * Notes what the parents chose where the provider lets them choose. Staying at home gives up the coming places as
 * declined: the pupil is still excluded, and a place was offered.
 */
export const chooseForStay: Handler<'stays.choose'> = (context, { placementId, version, choice, on }) =>
  context.change<Record<string, never>>(async (db) => {
    const { clock, session } = context;
    const [now, today] = [clock.now(), clock.today()];
    const lapsed = await lapseHolds(db, now);
    const opened = await openStay(db, context.session, placementId, NOT_DONE);
    if (!opened.ok) return opened;
    const { stay, provider, places } = opened.value;
    if (stay.version !== version) return changedSince(NOT_DONE);
    if (!provider.rules.parentChooses) {
      return refuse(
        'refused',
        `${NOT_DONE}: ${provider.name} does not leave it to the parents. Where they may choose is set in its rules.`,
      );
    }
    if (on > today) {
      return refuse('invalid-input', `${NOT_DONE}: ${formatDate(on)} is still to come.`, {
        fields: [{ path: 'on', message: 'Enter today or an earlier day.' }],
      });
    }
    const coming = places.filter(
      (place) => inForce(place, now) && place.date >= today && place.outcome === null,
    );
    if (coming.length === 0) {
      return refuse(
        'conflict',
        choice === 'attend' && stay.parentChoice === 'home'
          ? `${NOT_DONE}: the parents chose home, and the places were given up. Book the sessions again for ${stay.name} to attend.`
          : `${NOT_DONE}: no session of this stay is still to come.`,
      );
    }
    const reason = `The parents chose home on ${formatDate(on)}`;
    const declined = choice === 'home' ? coming : [];
    if (declined.length > 0) {
      await cancelPlaces(
        db,
        declined.map(({ id }) => id),
        { code: 'declined-by-parent', reason, by: session.userName, at: now },
      );
    }
    await writeParentChoice(db, stay, { choice, on });
    if (declined.length > 0) {
      await makeStayTasks(db, context, placementId);
      if (stay.exclusionId !== null) await noteBookedEducation(db, context, [stay.exclusionId]);
    }
    return {
      ok: true,
      value: {
        value: {},
        audit: [
          ...lapseNotes(lapsed),
          {
            subjectType: 'placement',
            subjectId: placementId,
            detail: {
              pupilId: stay.pupilId,
              exclusionId: stay.exclusionId,
              providerName: provider.name,
              before: { choice: stay.parentChoice, on: stay.parentChoiceOn },
              after: { choice, on },
            },
          },
          ...declined.map((place): AuditNote => ({
            subjectType: 'place',
            subjectId: place.id,
            detail: { before: place, state: 'cancelled', code: 'declined-by-parent', reason },
          })),
        ],
      },
    };
  });
