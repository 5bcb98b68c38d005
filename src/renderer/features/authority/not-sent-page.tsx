import { useState } from 'react';
import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { useCommand, useOperation, type OperationError } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { PrintIcon } from '../../ui/icons.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Toolbar } from '../../ui/layout/toolbar.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { plural } from '../../ui/words/format.ts';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import { ChasePanel } from './chase-panel.tsx';
import { NotSentTable } from './not-sent-table.tsx';
import { PrintHead } from './print-head.tsx';
import type { NotSent } from './types.ts';

const SHOWN = [
  { value: 'missing', label: 'Missing something' },
  { value: 'all', label: 'All schools' },
] as const;

/** Which school has sent what for which period, and what can be done about those that have not. */
export function NotSentPage() {
  const [year, setYear] = useState<number>();
  const [shown, setShown] = useState<'missing' | 'all'>('missing');
  const [error, setError] = useState<OperationError['error']>();
  const mayChase = useMay('authority.import');
  const table = useOperation('authority.not-sent', year === undefined ? {} : { schoolYear: year }, {
    keepPrevious: true,
  });
  const list = useCommand('authority.export-not-sent');
  const { data } = table;

  const write = (format: 'csv' | 'xlsx') => {
    setError(undefined);
    list.mutate(
      { format, ...(data ? { schoolYear: data.schoolYear } : {}) },
      {
        onSuccess: ({ fileName, schools }) =>
          notify({ title: `List of ${plural(schools, 'school')} written`, text: fileName }),
        onError: (failure) => {
          if (failure.error.code !== 'cancelled') setError(failure.error);
        },
      },
    );
  };

  return (
    <Page width="free">
      <PageHeader
        title="Who has not sent"
        context={data ? summary(data) : undefined}
        actions={
          <>
            <Button icon={PrintIcon} onClick={() => window.print()}>
              Print
            </Button>
            {mayChase ? (
              <>
                <Button loading={list.isPending} onClick={() => write('csv')}>
                  List as CSV…
                </Button>
                <Button loading={list.isPending} onClick={() => write('xlsx')}>
                  List as Excel…
                </Button>
              </>
            ) : null}
          </>
        }
      />
      <PrintHead title={`Returns of ${data ? formatSchoolYear(data.schoolYear) : ''} by school and period`} />
      {error ? <ErrorCallout title="That was not done" error={error} /> : null}
      <Loaded query={table} what="what schools have sent">
        {(found) => (
          <>
            <Toolbar label="Which schools and year">
              {found.years.length > 1 ? (
                <SelectField
                  label="School year"
                  name="year"
                  width="short"
                  value={String(found.schoolYear)}
                  onChange={(value) => setYear(Number(value))}
                  options={found.years.map((one) => ({ value: String(one), label: formatSchoolYear(one) }))}
                />
              ) : null}
              <SegmentedChoice label="Show" name="shown" value={shown} onChange={setShown} options={SHOWN} />
            </Toolbar>
            {mayChase && found.periods.length > 0 ? (
              <ScreenOnly>
                <ChasePanel key={found.schoolYear} table={found} onError={setError} />
              </ScreenOnly>
            ) : null}
            <Panel flush>
              <NotSentTable
                table={found}
                onlyMissing={shown === 'missing'}
                onShowAll={() => setShown('all')}
              />
            </Panel>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function summary({ schools, periods, schoolYear }: NotSent): string {
  if (periods.length === 0) return `No census of ${formatSchoolYear(schoolYear)} has been taken yet.`;
  const missing = schools.filter(({ cells }) => cells.some(({ state }) => state === 'missing')).length;
  const year = formatSchoolYear(schoolYear);
  if (missing === 0) return `${plural(schools.length, 'school')}; nothing is missing for ${year}.`;
  return `${plural(schools.length, 'school')}; ${missing.toLocaleString('en-GB')} with a return missing for ${year}.`;
}
