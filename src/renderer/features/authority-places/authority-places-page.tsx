import { useState } from 'react';
import type { AppError } from '#shared/kernel/result.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { PeriodFields, schoolYearSoFar } from '../../ui/form/period-fields.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { ExportIcon, PlaceIcon, PrintIcon } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { SheetHead } from '../../ui/layout/sheet-head.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import { useToday } from '../../ui/words/today.tsx';
import { AheadPanel } from './ahead-panel.tsx';
import { NeedPanel } from './need-panel.tsx';
import { OccupancyPanel } from './occupancy-panel.tsx';
import { StaysPanel } from './stays-panel.tsx';
import type { Places } from './types.ts';

const BY = [
  { value: 'provider', label: 'Provider' },
  { value: 'school', label: 'Sending school' },
] as const;

/** Places that excluded pupils had and had not, as the authority sees them: over providers, or over sending schools. */
export function AuthorityPlacesPage() {
  const today = useToday();
  const [period, setPeriod] = useState(() => schoolYearSoFar(today));
  const [by, setBy] = useState<Places['by']>('provider');
  const query = useOperation('authority.places', { ...period, by }, { keepPrevious: true });
  const write = useCommand('authority.export-places');
  const status = useOperation('setup.status', {}).data;
  const user = useOperation('session.get', {}).data?.userName;
  const [error, setError] = useState<AppError>();
  const exportCsv = () => {
    setError(undefined);
    write.mutate(
      { ...period, by },
      {
        onSuccess: ({ fileName }) => notify({ title: 'Figures written', text: fileName }),
        onError: (failure) => {
          if (failure.error.code !== 'cancelled') setError(failure.error);
        },
      },
    );
  };
  return (
    <Page>
      <ScreenOnly>
        <Stack gap={4}>
          <PageHeader
            title="Places for excluded pupils"
            context="Up to today. A place is one pupil in one session; a dash is no figure, never a nought."
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
          <Row gap={4} align="start">
            <PeriodFields today={today} period={period} onPeriod={setPeriod} />
            <SegmentedChoice label="By" name="by" value={by} onChange={setBy} options={BY} />
          </Row>
        </Stack>
      </ScreenOnly>
      <SheetHead
        of={status?.authority?.name}
        printedBy={user}
        title={
          <>
            Places for excluded pupils, <DateText date={period.from} /> to <DateText date={period.to} />
          </>
        }
      />
      {error ? <ErrorCallout title="The figures were not written" error={error} /> : null}
      <Loaded query={query} what="the figures">
        {(places) => <PlacesView places={places} school={status?.school?.name} />}
      </Loaded>
    </Page>
  );
}

function PlacesView({ places, school }: { readonly places: Places; readonly school: string | undefined }) {
  const { bookedHere, total, need, forecast } = places;
  if (!bookedHere || total === undefined) {
    return (
      <EmptyState
        icon={PlaceIcon}
        title="No places are booked in this database"
        action={<ButtonLink to="/authority/import">Import returns</ButtonLink>}
      >
        Places are booked where the school or the centre keeps its own records; returns do not have them. Open
        the database of a school to see its places here.
      </EmptyState>
    );
  }
  return (
    <>
      {need ? <NeedPanel need={need} school={school} /> : null}
      <OccupancyPanel places={places} total={total} />
      <StaysPanel places={places} total={total} />
      {forecast ? <AheadPanel places={places} forecast={forecast} /> : null}
    </>
  );
}
