import type { SchoolCalendar, SchoolYear } from '#shared/domain/calendar/types.ts';
import { countYearDays } from '#shared/domain/calendar/year-days.ts';
import { formatDays, plural } from '../words/format.ts';
import styles from './year-count.module.css';

export interface YearCountProps {
  readonly calendar: SchoolCalendar;
  readonly schoolYear: SchoolYear;
}

/** The running count: "190 pupil days, 5 INSET days". Reads itself out when it changes. */
export function YearCount({ calendar, schoolYear }: YearCountProps) {
  const { pupilDays, insetDays } = countYearDays(calendar, schoolYear);
  return (
    <p className={styles.count} role="status">
      <strong>{plural(pupilDays, 'pupil day')}</strong>,{' '}
      {insetDays === 1 ? '1 INSET day' : `${formatDays(insetDays * 2)} INSET days`}
    </p>
  );
}
