import { useState } from 'react';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { censusDay } from '#shared/domain/returns/census-day.ts';
import { useOperation } from '../../api/client.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { useToday } from '../../ui/words/today.tsx';
import { defaultPeriod, periodKey } from './default-period.ts';
import { PeriodReturn } from './period-return.tsx';
import type { Period } from './types.ts';
import styles from './returns.module.css';

/** A census chosen, its records checked, the return made, and what was made before. */
export function ReturnsPage() {
  const periods = useOperation('returns.periods', {});
  const today = useOperation('setup.status', {}).data?.today;
  const fallback = useToday();
  const [chosen, setChosen] = useState<string>();
  return (
    <div className={styles.sheet}>
      <Page>
        <Loaded query={periods} what="the censuses">
          {({ periods: offered }) => {
            const period =
              offered.find((one) => periodKey(one) === chosen) ?? defaultPeriod(offered, today ?? fallback);
            if (!period) return null;
            return (
              <>
                <PageHeader
                  title="Returns"
                  context={<Window period={period} />}
                  actions={
                    <SelectField
                      label="Census"
                      hideLabel
                      name="period"
                      width="short"
                      value={periodKey(period)}
                      onChange={setChosen}
                      options={offered.map((one) => ({ value: periodKey(one), label: one.name }))}
                    />
                  }
                />
                <PeriodReturn key={periodKey(period)} period={period} today={today ?? fallback} />
              </>
            );
          }}
        </Loaded>
      </Page>
    </div>
  );
}

function Window({ period }: { readonly period: Period }) {
  return (
    <>
      Exclusions that start from {formatDate(period.from)} to {formatDate(period.to)}. Census day{' '}
      {formatDate(censusDay(period.term, period.year))}.
    </>
  );
}
