import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { useOperation } from '../../api/client.ts';
import { Callout } from '../../ui/feedback/callout.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { CalendarIcon } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { DaysTable } from './days-table.tsx';
import { NeedChart } from './need-chart.tsx';
import { StagesTable } from './stages-table.tsx';
import { neededDays, type Forecast } from './types.ts';

/** Places likely needed on the next ten school days, beside those free; the places free alone where none can be told. */
export function ForecastPage() {
  const query = useOperation('forecast.get', {});
  return (
    <Page>
      <PageHeader
        title="Forecast of places"
        context={query.data ? `The school days after ${formatDate(query.data.today)}` : undefined}
        actions={<ButtonLink to="/places">The board</ButtonLink>}
      />
      <Loaded query={query} what="the forecast">
        {(forecast) => <ForecastView forecast={forecast} />}
      </Loaded>
    </Page>
  );
}

function ForecastView({ forecast }: { readonly forecast: Forecast }) {
  const { days, sentence, daysMissing, given } = forecast;
  const needed = neededDays(days);
  if (days.length === 0) {
    return (
      <Panel>
        <EmptyState icon={CalendarIcon} title="No school days ahead are entered">
          {daysMissing}
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Stack>
      {daysMissing ? <Callout tone="due">{daysMissing}</Callout> : null}
      {given ? (
        <Panel
          title="Places needed"
          context="A place is one pupil for half a day: a pupil who is out all day needs two"
        >
          <NeedChart days={needed} />
        </Panel>
      ) : (
        <Callout tone="info" title="Places free only">
          {sentence}
        </Callout>
      )}
      <Panel title={given ? 'Day by day' : 'Places free'} flush>
        <DaysTable days={days} />
      </Panel>
      {given ? (
        <>
          <Panel title="By key stage" context="Places likely needed, by age of the pupils" flush>
            <StagesTable days={needed} />
          </Panel>
          <Panel title="How it was worked out">
            <Stack gap={2}>
              <Text prose>{sentence}</Text>
              <Text prose muted>
                Known are the sessions of exclusions on record. Expected is the average of what may still come
                in, by the weekday, the week of term and the last year, and by how long exclusions have run at
                each key stage. A range is drawn so that it holds what comes in at least{' '}
                {Math.round(forecast.level * 10)} of 10 cases. Lunchtimes and sessions given back are not
                counted; places free are those of providers in use, less what is taken and what is closed.
              </Text>
            </Stack>
          </Panel>
        </>
      ) : null}
    </Stack>
  );
}
