import { formatDate } from '#shared/domain/calendar/format-date.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { MEETING_HELD } from '#shared/text/reintegration-words.ts';
import { readDuties, type DutyRecord } from '../../storage/repositories/duties.ts';
import { fulfilDuties, reopenDuties } from '../../storage/repositories/duty-writes.ts';
import type { Db } from '../../storage/store.ts';
import type { Context } from '../context.ts';
import { syncDutiesOfCase } from '../duty-sync.ts';
import type { OpenReturn } from './open-return.ts';

const KEY = 'reintegration-meeting';

/** The duty about the meeting; undefined where the rules of the case never asked for one. */
export const readMeetingDuty = async (db: Db, exclusionId: string): Promise<DutyRecord | undefined> =>
  (await readDuties(db, exclusionId)).find(({ key }) => key === KEY);

/**
 * Notes the duty about the meeting as done on the day it was held, and takes that back when the meeting is; what
 * somebody noted of the duty in their own words stays.
 */
export async function doMeetingDuty(
  db: Db,
  context: Pick<Context, 'clock' | 'session' | 'newId'>,
  { exclusion }: OpenReturn,
  heldOn: IsoDate | null,
): Promise<void> {
  const { clock, session } = context;
  const { id: exclusionId, pupilId } = exclusion;
  const duty = await readMeetingDuty(db, exclusionId);
  if (duty === undefined) return;
  const own = duty.how === MEETING_HELD;
  if (duty.fulfilledOn === heldOn || (duty.fulfilledOn !== null && !own)) return;
  const by = { userName: session.userName, at: clock.now() };
  if (own) await reopenDuties(db, exclusionId, [KEY], { cause: 'the meeting was noted otherwise', ...by });
  if (heldOn !== null && duty.owed) {
    const how = { on: heldOn, how: MEETING_HELD, byWhom: session.userName };
    const cause = `${MEETING_HELD}, ${formatDate(heldOn)}`;
    await fulfilDuties(db, exclusionId, [KEY], how, { cause, ...by });
  }
  await syncDutiesOfCase(db, context, { pupilId, exclusionId }, 'the reintegration meeting was noted');
}
