import type { DueItem } from '#shared/domain/support/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { sayDueStep } from '#shared/text/reintegration-words.ts';
import { readDueMeetings, readDueSteps } from '../storage/repositories/reintegrations.ts';
import type { Db } from '../storage/store.ts';

/** The screen on which the way back after an exclusion is seen to. */
const addressOf = (exclusionId: string): string => `/record/return/${exclusionId}`;

/**
 * What is due by today about the returns of a school's pupils, earliest first: looks, ends of part-time returns,
 * restorative meetings, and meetings whose day has come. A meeting that a duty asks for stands among the duties.
 */
export async function dueReintegration(
  db: Db,
  schoolId: string,
  today: IsoDate,
): Promise<readonly DueItem[]> {
  const steps = (await readDueSteps(db, schoolId, today)).map(({ step, pupilId, pupilName }): DueItem => ({
    key: `reintegration-step:${step.id}`,
    pupilId,
    pupilName,
    on: step.dueOn,
    what: sayDueStep(step.kind, step.who),
    to: addressOf(step.exclusionId),
  }));
  const meetings = (await readDueMeetings(db, schoolId, today)).map(
    ({ exclusionId, meetingOn, pupilId, pupilName }): DueItem => ({
      key: `reintegration-meeting:${exclusionId}`,
      pupilId,
      pupilName,
      on: meetingOn,
      what: 'Note how the reintegration meeting went',
      to: addressOf(exclusionId),
    }),
  );
  return [...steps, ...meetings].toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
}
