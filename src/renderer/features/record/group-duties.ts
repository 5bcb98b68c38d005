import { formatShortDate } from '#shared/domain/calendar/format-date.ts';
import type { Preview } from './form-problems.ts';

type Duty = Preview['duties'][number];

interface DutyGroup {
  readonly when: string;
  readonly duties: readonly Duty[];
}

/** Duties under the day by which they are due: first what is owed without delay, last what has no day yet. */
export function groupDuties(duties: readonly Duty[]): readonly DutyGroup[] {
  const keyOf = ({ withoutDelay, dueBy }: Duty) => (withoutDelay ? '' : (dueBy ?? '9999'));
  const groups = new Map<string, Duty[]>();
  for (const duty of duties) {
    const group = groups.get(keyOf(duty));
    if (group === undefined) groups.set(keyOf(duty), [duty]);
    else group.push(duty);
  }
  return [...groups]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, group]) => ({
      when: key === '' ? 'Now' : key === '9999' ? 'When its day is known' : `By ${formatShortDate(key)}`,
      duties: group,
    }));
}
