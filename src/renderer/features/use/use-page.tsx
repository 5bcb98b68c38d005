import { useState } from 'react';
import type { AppError } from '#shared/kernel/result.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { PeriodFields, schoolYearSoFar } from '../../ui/form/period-fields.tsx';
import { ExportIcon, PrintIcon } from '../../ui/icons.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { SheetHead } from '../../ui/layout/sheet-head.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import { useToday } from '../../ui/words/today.tsx';
import { BalancePanel } from './balance-panel.tsx';
import { CostsPanel } from './costs-panel.tsx';
import { LengthsPanel } from './lengths-panel.tsx';
import { NeedPanel } from './need-panel.tsx';
import { ProvidersPanel } from './providers-panel.tsx';
import { TrendPanel } from './trend-panel.tsx';
import { YearsPanel } from './years-panel.tsx';
import styles from './use.module.css';

/** What places were offered, used and left empty, what they cost, and what the school lent and borrowed. */
export function UsePage() {
  const today = useToday();
  const [period, setPeriod] = useState(() => schoolYearSoFar(today));
  const query = useOperation('use.figures', period, { keepPrevious: true });
  const write = useCommand('use.export');
  const school = useOperation('setup.status', {}).data?.school?.name;
  const user = useOperation('session.get', {}).data?.userName;
  const [error, setError] = useState<AppError>();
  const exportCsv = () => {
    setError(undefined);
    write.mutate(period, {
      onSuccess: ({ fileName }) => notify({ title: 'Figures written', text: fileName }),
      onError: (failure) => {
        if (failure.error.code !== 'cancelled') setError(failure.error);
      },
    });
  };
  return (
    <Page>
      <ScreenOnly>
        <Stack gap={4}>
          <PageHeader
            title="Use of places"
            context="Places offered, used and left empty, up to today. One place is one pupil in one session."
            actions={
              <>
                <Button icon={PrintIcon} onClick={() => window.print()}>
                  Print
                </Button>
                <Button icon={ExportIcon} loading={write.isPending} onClick={exportCsv}>
                  Export CSV…
                </Button>
              </>
            }
          />
          <PeriodFields today={today} period={period} onPeriod={setPeriod} />
        </Stack>
      </ScreenOnly>
      <SheetHead
        of={school}
        printedBy={user}
        title={
          <>
            Use of places, <DateText date={period.from} /> to <DateText date={period.to} />
          </>
        }
      />
      {error ? <ErrorCallout title="The figures were not written" error={error} /> : null}
      <Loaded query={query} what="the figures">
        {(figures) => (
          <>
            <NeedPanel need={figures.need} />
            <ProvidersPanel figures={figures} />
            <CostsPanel figures={figures} />
            <TrendPanel trend={figures.trend} />
            <div className={styles.pair}>
              <LengthsPanel lengths={figures.lengths} />
              <YearsPanel years={figures.years} />
            </div>
          </>
        )}
      </Loaded>
      <BalancePanel />
    </Page>
  );
}
