import { useState } from 'react';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { referenceDateOf } from '#shared/domain/returns/periods.ts';
import type { PeriodKind } from '#shared/domain/returns/types.ts';
import { useOperation } from '../../api/client.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { ReturnIcon } from '../../ui/icons.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import { useToday } from '../../ui/words/today.tsx';
import { defaultPeriod, periodKey } from './default-period.ts';
import { PeriodChooser } from './period-chooser.tsx';
import { PeriodReturn } from './period-return.tsx';
import { ruled } from './ruled.ts';
import type { Period } from './types.ts';
import styles from './returns.module.css';

/** A period chosen, its records checked, the return made, and what was made before. */
export function ReturnsPage() {
  const periods = useOperation('returns.periods', {});
  const fallback = useToday();
  const today = useOperation('setup.status', {}).data?.today ?? fallback;
  const [kind, setKind] = useState<PeriodKind>('census');
  const [chosen, setChosen] = useState<Period>();
  return (
    <div className={styles.sheet}>
      <Page>
        <Loaded query={periods} what="the periods">
          {({ periods: offered }) => {
            const mine = chosen?.kind === kind ? chosen : undefined;
            const period = mine ?? (kind === 'dates' ? undefined : defaultPeriod(offered, kind, today));
            return (
              <>
                <PageHeader title="Returns" context={period ? <Window period={period} /> : undefined} />
                <ScreenOnly>
                  <PeriodChooser
                    offered={offered}
                    kind={kind}
                    period={period}
                    onKind={setKind}
                    onPeriod={setChosen}
                  />
                </ScreenOnly>
                {period ? (
                  <PeriodReturn key={periodKey(period)} period={period} today={today} />
                ) : (
                  <EmptyState icon={ReturnIcon} title="Enter the first and the last day">
                    The return takes the exclusions that start from the one to the other, both included.
                  </EmptyState>
                )}
              </>
            );
          }}
        </Loaded>
      </Page>
    </div>
  );
}

function Window({ period }: { readonly period: Period }) {
  const day = referenceDateOf(ruled(period));
  return (
    <>
      Exclusions that start from {formatDate(period.from)} to {formatDate(period.to)}.
      {period.kind === 'dates' ? null : (
        <>
          {' '}
          {period.kind === 'termly' ? 'Who is on roll is decided on' : 'Census day'} {formatDate(day)}.
        </>
      )}
    </>
  );
}
