import { useState } from 'react';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { datesReturn } from '#shared/domain/returns/periods.ts';
import type { PeriodKind } from '#shared/domain/returns/types.ts';
import { periodName } from '#shared/text/period-words.ts';
import { DateField } from '../../ui/form/date-field.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { periodKey } from './default-period.ts';
import type { Period } from './types.ts';

interface PeriodChooserProps {
  readonly offered: readonly Period[];
  readonly kind: PeriodKind;
  readonly period: Period | undefined;
  readonly onKind: (kind: PeriodKind) => void;
  /** Undefined while the dates typed make no period. */
  readonly onPeriod: (period: Period | undefined) => void;
}

const KINDS: readonly { readonly value: PeriodKind; readonly label: string }[] = [
  { value: 'census', label: 'Census' },
  { value: 'annual', label: 'School year' },
  { value: 'termly', label: 'Term' },
  { value: 'dates', label: 'Any dates' },
];

const LABEL: Readonly<Record<Exclude<PeriodKind, 'dates'>, string>> = {
  census: 'Census',
  annual: 'School year',
  termly: 'Term',
};

/** What the return is for: a census, a school year, a term, or days that are typed. */
export function PeriodChooser({ offered, kind, period, onKind, onPeriod }: PeriodChooserProps) {
  return (
    <Row gap={6} align="start">
      <SegmentedChoice label="Return of" name="kind" value={kind} onChange={onKind} options={KINDS} />
      {kind === 'dates' ? (
        <TypedDates period={period} onPeriod={onPeriod} />
      ) : (
        <SelectField
          label={LABEL[kind]}
          name="period"
          width="short"
          value={period ? periodKey(period) : null}
          onChange={(key) => onPeriod(offered.find((one) => periodKey(one) === key))}
          options={offered
            .filter((one) => one.kind === kind)
            .map((one) => ({ value: periodKey(one), label: one.name }))}
        />
      )}
    </Row>
  );
}

function TypedDates({ period, onPeriod }: Pick<PeriodChooserProps, 'period' | 'onPeriod'>) {
  const [from, setFrom] = useState<string | null>(period?.from ?? null);
  const [to, setTo] = useState<string | null>(period?.to ?? null);
  const choose = (first: string | null, last: string | null) => {
    setFrom(first);
    setTo(last);
    if (first === null || last === null || last < first) onPeriod(undefined);
    else onPeriod({ ...datesReturn(first, last), name: periodName(datesReturn(first, last)) });
  };
  const early = from !== null && to !== null && to < from;
  return (
    <>
      <DateField label="First day" name="period.from" value={from} onChange={(date) => choose(date, to)} />
      <DateField
        label="Last day"
        name="period.to"
        value={to}
        onChange={(date) => choose(from, date)}
        error={early ? `Enter a day from ${formatDate(from)} on.` : undefined}
      />
    </>
  );
}
