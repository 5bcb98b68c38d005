import { useState } from 'react';
import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import type { AppError } from '#shared/kernel/result.ts';
import { addDays, type IsoDate } from '#shared/kernel/plain-date.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { ExportIcon, PrintIcon } from '../../ui/icons.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Row } from '../../ui/layout/row.tsx';
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

export interface Period {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** What places were offered, used and left empty, what they cost, and what the school lent and borrowed. */
export function UsePage() {
  const today = useToday();
  const year: Period = { from: `${String(schoolYearOf(today))}-09-01`, to: today };
  const [period, setPeriod] = useState(year.from <= today ? year : { from: addDays(today, -90), to: today });
  const query = useOperation('use.figures', period, { keepPrevious: true });
  const write = useCommand('use.export');
  const school = useOperation('setup.status', {}).data?.school?.name;
  const user = useOperation('session.get', {}).data?.userName;
  const [error, setError] = useState<AppError>();
  const change = (part: Partial<Record<keyof Period, IsoDate | null>>) => {
    const next = { from: part.from ?? period.from, to: part.to ?? period.to };
    // Moving one day past the other takes the other along: they are never in the wrong order on the way.
    setPeriod(
      next.to < next.from ? (part.from ? { ...next, to: next.from } : { ...next, from: next.to }) : next,
    );
  };
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
          <Row gap={3} align="start">
            <DateField
              label="First day"
              name="from"
              value={period.from}
              onChange={(from) => change({ from })}
            />
            <DateField label="Last day" name="to" value={period.to} onChange={(to) => change({ to })} />
            <div className={styles.presets}>
              <Preset label="This school year" to={year} period={period} onPeriod={setPeriod} />
              <Preset
                label="Last 30 days"
                to={{ from: addDays(today, -29), to: today }}
                period={period}
                onPeriod={setPeriod}
              />
            </div>
          </Row>
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

interface PresetProps {
  readonly label: string;
  readonly to: Period;
  readonly period: Period;
  readonly onPeriod: (period: Period) => void;
}

function Preset({ label, to, period, onPeriod }: PresetProps) {
  const shown = period.from === to.from && period.to === to.to;
  return (
    <Button variant={shown ? 'secondary' : 'quiet'} pressed={shown} onClick={() => onPeriod(to)}>
      {label}
    </Button>
  );
}
