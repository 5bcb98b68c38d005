import type { OperationInput } from '#shared/contract/contract.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { WayBack } from './types.ts';

/** What is noted of the meeting, as it is typed. */
export interface MeetingDraft {
  readonly invitedOn: IsoDate | null;
  readonly invitedHow: string;
  readonly meetingOn: IsoDate | null;
  readonly meetingAt: string;
  readonly heldOn: IsoDate | null;
  readonly present: string;
  readonly agreed: string;
  readonly whatWorked: string;
}

/** The form as it opens: what is noted, and today for what is about to be. */
export function startOf(wayBack: WayBack, part: 'invitation' | 'meeting', today: IsoDate): MeetingDraft {
  const { invitedOn = null, meetingOn = null, heldOn = null, duty } = wayBack;
  return {
    invitedOn: part === 'invitation' ? (invitedOn ?? today) : invitedOn,
    invitedHow: wayBack.invitedHow ?? '',
    meetingOn: part === 'invitation' ? (meetingOn ?? toCome(wayBack.firstDayBack, today)) : meetingOn,
    meetingAt: wayBack.meetingAt ?? '',
    // Where the duty was noted first, its day.
    heldOn: part === 'meeting' ? (heldOn ?? duty?.done?.on ?? today) : heldOn,
    present: wayBack.present ?? '',
    agreed: wayBack.agreed ?? '',
    whatWorked: wayBack.whatWorked ?? '',
  };
}

const toCome = (day: IsoDate | undefined, today: IsoDate): IsoDate | null =>
  day !== undefined && day >= today ? day : null;

/** What is sent: empty fields are left out. */
export function inputOf(
  draft: MeetingDraft,
): Omit<OperationInput<'reintegration.save'>, 'exclusionId' | 'version'> {
  const { invitedOn, invitedHow, meetingOn, meetingAt, heldOn, present, agreed, whatWorked } = draft;
  return {
    ...(invitedOn === null ? {} : { invitedOn }),
    ...(invitedHow.trim() === '' ? {} : { invitedHow }),
    ...(meetingOn === null ? {} : { meetingOn }),
    ...(meetingAt.trim() === '' ? {} : { meetingAt }),
    ...(heldOn === null ? {} : { heldOn }),
    ...(present.trim() === '' ? {} : { present }),
    ...(agreed.trim() === '' ? {} : { agreed }),
    ...(whatWorked.trim() === '' ? {} : { whatWorked }),
  };
}
