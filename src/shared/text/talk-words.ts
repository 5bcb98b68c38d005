import { reasonsOn } from '../domain/exclusions/reasons.ts';
import type { TalkSign } from '../domain/patterns/types.ts';
import { assertNever } from '../kernel/assert-never.ts';
import type { IsoDate } from '../kernel/plain-date.ts';
import { formatHalfDays } from './exclusion-words.ts';

/** The name of a reason by the code set of a day: "Physical assault against a pupil"; a code of no set stays as it is. */
export const reasonName = (code: string, on: IsoDate): string =>
  reasonsOn(on).find((reason) => reason.code === code)?.description ?? code;

/** Why a pupil is worth a talk: "Excluded 3 times", "Longer each time: 1 day, 3 days", "Same reason twice: …". */
export function sayTalkSign(sign: TalkSign, on: IsoDate): string {
  switch (sign.kind) {
    case 'times':
      return `Excluded ${sayTimes(sign.times)}`;
    case 'rising':
      return `Longer each time: ${sign.halfDays.map(formatHalfDays).join(', ')}`;
    case 'same-reason':
      return `Same reason ${sayTimes(sign.times)}: ${reasonName(sign.reason, on)}`;
    default:
      return assertNever(sign);
  }
}

const sayTimes = (times: number): string => (times === 2 ? 'twice' : `${String(times)} times`);
