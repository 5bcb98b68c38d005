import type { OperationOutput } from '#shared/contract/contract.ts';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { courseProgress } from '#shared/domain/placements/course-progress.ts';
import { refuse } from '#shared/kernel/result.ts';
import { sayList } from '#shared/text/provider-words.ts';
import { insertCourse, readCourses } from '../../storage/repositories/stay-records.ts';
import type { Handler } from '../context.ts';
import { openStay } from './open-stay.ts';

const NOT_DONE = 'Nothing was noted';

/** Notes sessions of a course done on a day of a stay; the count goes on over all stays of the pupil. */
export const noteCourse: Handler<'stays.course'> = (context, { placementId, course, sessions, on }) =>
  context.change<OperationOutput<'stays.course'>>(async (db) => {
    const { clock, newId, session } = context;
    const opened = await openStay(db, context.session, placementId, NOT_DONE);
    if (!opened.ok) return opened;
    const { stay, provider, places } = opened.value;
    const states = courseProgress(provider.rules.courses, await readCourses(db, stay.pupilId), placementId);
    const state = states.find((one) => one.course === course);
    if (state === undefined) {
      const known = states.map((one) => one.course);
      return refuse(
        'not-found',
        `${NOT_DONE}: ${provider.name} has no course called “${course}”. ${known.length === 0 ? 'Courses are entered in its rules.' : `There is ${sayList(known)}.`}`,
        { fields: [{ path: 'course', message: 'Choose a course.' }] },
      );
    }
    const thatDay = places.filter(({ state: now, date }) => now === 'booked' && date === on);
    const there = thatDay.some(({ outcome }) => outcome !== 'absent' && outcome !== 'declined');
    if (on > clock.today() || !there) {
      const why =
        on > clock.today()
          ? `${formatDate(on)} is still to come`
          : `${stay.name} was not at ${provider.name} on ${formatDate(on)}`;
      return refuse('invalid-input', `${NOT_DONE}: ${why}.`, {
        fields: [{ path: 'on', message: 'Choose a day on which the pupil was there.' }],
      });
    }
    const left = state.total - state.done;
    if (sessions > left) {
      return refuse(
        'invalid-input',
        `${NOT_DONE}: ${String(state.done)} of ${String(state.total)} sessions of ${course} are done, so ${left === 0 ? 'the course is completed' : `at most ${String(left)} can be added`}.`,
        { fields: [{ path: 'sessions', message: `At most ${String(left)}.` }] },
      );
    }
    const done = state.done + sessions;
    await insertCourse(db, {
      id: newId(),
      pupilId: stay.pupilId,
      placementId,
      course,
      total: state.total,
      done: sessions,
      onDate: on,
      recordedBy: session.userName,
    });
    return {
      ok: true,
      value: {
        value: { done, total: state.total },
        audit: {
          subjectType: 'placement',
          subjectId: placementId,
          detail: { pupilId: stay.pupilId, course, sessions, on, done, total: state.total },
        },
      },
    };
  });
