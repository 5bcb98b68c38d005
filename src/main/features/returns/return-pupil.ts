import { categoryOn } from '#shared/domain/returns/categories.ts';
import type { CaseEvent } from '#shared/domain/duties/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { dropUndefined } from '../../exchange/drop-undefined.ts';
import type {
  ReturnCategory,
  ReturnExclusion,
  ReturnExtra,
  ReturnPupil,
} from '../../exchange/return-document.ts';
import type { ExclusionWithPupil } from '../../storage/repositories/exclusions-around.ts';
import type { FullSource } from './return-sources.ts';

/** Category codes since 2020 (CBDS 100087). */
const CATEGORY = {
  'fixed-period': 'SUSP',
  permanent: 'PERM',
  lunchtime: 'LNCH',
} as const satisfies Record<string, ReturnCategory>;

type Exclusion = ExclusionWithPupil['exclusion'];

/** The category that an exclusion is returned with; today's for one without a start or from before any was collected. */
export const categoryOf = ({ kind, startDate }: Pick<Exclusion, 'kind' | 'startDate'>): ReturnCategory =>
  (startDate === null ? undefined : categoryOn(kind, startDate)) ?? CATEGORY[kind];

/** One exclusion with what the return says of its case. */
interface ReturnedSource extends FullSource {
  /** What the school says about queries, by rule. */
  readonly explanations: Readonly<Record<string, string>>;
}

/** The pupil's last day at the school where it is before the day that decides who is on roll. */
export const leftBefore = (
  { leavingDate }: ExclusionWithPupil['pupil'],
  referenceDate: IsoDate,
): IsoDate | undefined =>
  // A leaving date after the census is no business of that census: the pupil is on roll then.
  leavingDate !== null && leavingDate < referenceDate ? leavingDate : undefined;

/** A pupil with their exclusions, as a return has them. `referenceDate` decides who is on roll. */
export function returnPupil(group: readonly ReturnedSource[], referenceDate: string): ReturnPupil {
  const [first] = group;
  if (!first) throw new Error('a pupil without exclusions is not returned');
  const { pupil } = first;
  const left = leftBefore(pupil, referenceDate);
  return dropUndefined({
    upn: pupil.upn,
    formerUpn: pupil.formerUpn ?? undefined,
    surname: pupil.surname,
    forename: pupil.forename,
    sex: sexOf(pupil.sex),
    dob: pupil.dob,
    onRoll: left === undefined,
    enrolStatus: pupil.enrolStatus ?? undefined,
    entryDate: pupil.entryDate ?? undefined,
    leavingDate: left,
    ncYear: pupil.ncYear ?? undefined,
    senProvision: pupil.senProvision ?? undefined,
    ethnicity: pupil.ethnicity ?? undefined,
    fsm: pupil.fsm ?? undefined,
    exclusions: group.map(returnExclusion),
  });
}

function returnExclusion(source: ReturnedSource): ReturnExclusion {
  const { exclusion, reasons, explanations } = source;
  return dropUndefined({
    category: categoryOf(exclusion),
    reasons,
    startDate: exclusion.startDate ?? '',
    sessions: exclusion.halfDays ?? undefined,
    inCare: exclusion.inCare,
    senProvision: exclusion.senProvision ?? 'N',
    extra: extraOf(source),
    explanations: Object.keys(explanations).length === 0 ? undefined : explanations,
  });
}

/** What the full record says beyond the census, as far as it is known. */
function extraOf({ exclusion, pupil, days, duties, events }: ReturnedSource): ReturnExtra {
  const duty = (key: string) => duties.find((one) => one.key === key && one.owed);
  const doneOn = (key: string) => duty(key)?.fulfilledOn ?? undefined;
  const last = (...types: readonly CaseEvent['type'][]) =>
    events.findLast(({ type }) => types.includes(type));
  return dropUndefined({
    startSession: exclusion.startSlot === 'pm' ? ('PM' as const) : ('AM' as const),
    endDate: exclusion.endDate ?? undefined,
    careAuthority: exclusion.inCare ? (pupil.careAuthority ?? undefined) : undefined,
    cumDaysTerm: days.term / 2,
    cumDaysYear: days.year / 2,
    day6Date: duty('education-start')?.dueBy ?? undefined,
    parentNotifiedOn: doneOn('tell-parents-writing'),
    laNotifiedOn: doneOn('tell-authority') ?? doneOn('tell-authority-termly'),
    governorsNotifiedOn: doneOn('tell-governors') ?? doneOn('tell-governors-termly'),
    governorsMeetBy: duty('governors-meeting')?.dueBy ?? undefined,
    governorsOutcome: last('decision')?.outcome,
    reviewRequestedOn: last('review-asked')?.on,
    reviewOutcome: last('review-decided', 'reconsidered')?.outcome,
  });
}

const sexOf = (sex: string): ReturnPupil['sex'] => (sex === 'F' || sex === 'M' ? sex : 'U');
