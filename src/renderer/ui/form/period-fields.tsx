import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import { Row } from '../layout/row.tsx';
import { Button } from './button.tsx';
import { DateField } from './date-field.tsx';
import styles from './period-fields.module.css';

export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** The school year so far; in August, before it has begun, the last ninety days. */
export function schoolYearSoFar(today: IsoDate): Period {
  const from = `${String(schoolYearOf(today))}-09-01`;
  return { from: from <= today ? from : addDays(today, -90), to: today };
}

export interface PeriodFieldsProps {
  readonly today: IsoDate;
  readonly period: Period;
  readonly onPeriod: (period: Period) => void;
}

/** First and last day of what is looked at, with the two periods most are after. */
export function PeriodFields({ today, period, onPeriod }: PeriodFieldsProps) {
  const change = (part: Partial<Record<keyof Period, IsoDate | null>>) => {
    const next = { from: part.from ?? period.from, to: part.to ?? period.to };
    // Moving one day past the other takes the other along: they are never in the wrong order on the way.
    onPeriod(
      next.to < next.from ? (part.from ? { ...next, to: next.from } : { ...next, from: next.to }) : next,
    );
  };
  const presets = [
    { label: 'This school year', to: schoolYearSoFar(today) },
    { label: 'Last 30 days', to: { from: addDays(today, -29), to: today } },
  ];
  return (
    <Row gap={3} align="start">
      <DateField label="First day" name="from" value={period.from} onChange={(from) => change({ from })} />
      <DateField label="Last day" name="to" value={period.to} onChange={(to) => change({ to })} />
      <div className={styles.presets}>
        {presets.map(({ label, to }) => {
          const shown = period.from === to.from && period.to === to.to;
          return (
            <Button
              key={label}
              variant={shown ? 'secondary' : 'quiet'}
              pressed={shown}
              onClick={() => onPeriod(to)}
            >
              {label}
            </Button>
          );
        })}
      </div>
    </Row>
  );
}
