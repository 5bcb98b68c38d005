import type { ParsedInput } from '#shared/contract/contract.ts';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { refuse, type Result } from '#shared/kernel/result.ts';
import {
  readReintegration,
  writeReintegration,
  type Reintegration,
} from '../../storage/repositories/reintegrations.ts';
import type { Handler } from '../context.ts';
import { doMeetingDuty } from './meeting-duty.ts';
import { orNull } from '../or-null.ts';
import { openReturnToWrite } from './open-return.ts';

type Input = ParsedInput<'reintegration.save'>;

/** Notes the invitation, the meeting, what was agreed and what worked; a meeting that was held does its duty. */
export const saveReintegration: Handler<'reintegration.save'> = (context, input) =>
  context.change(async (db) => {
    const { clock, session } = context;
    const { exclusionId, version } = input;
    const opened = await openReturnToWrite(db, context, exclusionId);
    if (!opened.ok) return opened;
    const { exclusion, title } = opened.value;
    const before = await readReintegration(db, exclusionId);
    if ((before?.version ?? 0) !== version) {
      return refuse(
        'conflict',
        `The return was changed by ${before?.recordedBy ?? 'somebody'} after you opened it. Nothing was overwritten. Look at it again before you go on.`,
      );
    }
    const days = checkDays(input, clock.today(), exclusion.startDate ?? clock.today());
    if (!days.ok) return days;
    const after: Reintegration = {
      exclusionId,
      invitedOn: input.invitedOn ?? null,
      invitedHow: orNull(input.invitedHow),
      meetingOn: input.meetingOn ?? null,
      meetingAt: input.meetingAt ?? null,
      heldOn: input.heldOn ?? null,
      present: orNull(input.present),
      agreed: orNull(input.agreed),
      whatWorked: orNull(input.whatWorked),
      recordedBy: session.userName,
      version: version + 1,
    };
    await writeReintegration(db, after);
    await doMeetingDuty(db, context, opened.value, after.heldOn);
    const detail = { title, reintegration: { before: before ?? null, after } };
    return {
      ok: true,
      value: {
        value: { version: after.version },
        audit: { subjectType: 'exclusion', subjectId: exclusionId, detail },
      },
    };
  });

const NOT_SAVED = 'Nothing was changed';

function checkDays(input: Input, today: IsoDate, start: IsoDate): Result<true> {
  const { invitedOn, invitedHow, meetingOn, meetingAt, heldOn, present, agreed } = input;
  const wrong = (path: string, message: string): Result<never> =>
    refuse('invalid-input', `${message} ${NOT_SAVED}.`, { fields: [{ path, message }] });
  if (invitedOn !== undefined && invitedOn > today) {
    return wrong('invitedOn', 'This day is in the future. Note the invitation once it is sent.');
  }
  if (invitedOn === undefined && orNull(invitedHow) !== null) {
    return wrong('invitedOn', 'Enter the day of the invitation.');
  }
  if (meetingOn === undefined && meetingAt !== undefined)
    return wrong('meetingOn', 'Enter the day of the meeting.');
  if (meetingOn !== undefined && invitedOn !== undefined && meetingOn < invitedOn) {
    return wrong('meetingOn', `The meeting cannot be before the invitation of ${formatDate(invitedOn)}.`);
  }
  if (heldOn === undefined) {
    return orNull(present) === null && orNull(agreed) === null
      ? { ok: true, value: true }
      : wrong('heldOn', 'Enter the day on which the meeting was held.');
  }
  if (heldOn > today) return wrong('heldOn', 'This day is in the future. Note the meeting once it was held.');
  if (heldOn < start) {
    return wrong('heldOn', `This day is before the exclusion, which began on ${formatDate(start)}.`);
  }
  if (orNull(present) === null) return wrong('present', 'Enter who came to the meeting.');
  return { ok: true, value: true };
}
