import { useState } from 'react';
import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { referenceTermOf } from '#shared/domain/calendar/school-year.ts';
import type { TermName } from '#shared/domain/calendar/types.ts';
import type { AppError } from '#shared/kernel/result.ts';
import { termWords } from '#shared/text/pupil-words.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { DataTable } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { ExportIcon, PdfIcon, SupportIcon } from '../../ui/icons.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Toolbar } from '../../ui/layout/toolbar.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { plural } from '../../ui/words/format.ts';
import { useToday } from '../../ui/words/today.tsx';
import { AreaCriteriaPanel } from './area-criteria-panel.tsx';
import { CriteriaSaid } from './criteria-said.tsx';
import { GRID_COLUMNS } from './grid-table-columns.tsx';

const TERMS: readonly TermName[] = ['summer', 'spring', 'autumn'];

/** The grid that goes to the authority each term: who, why, with whom, what was done, signed off. */
export function GridPage() {
  const now = referenceTermOf(useToday());
  const mayEdit = useMay('support.edit');
  const terms = [now.schoolYear, now.schoolYear - 1]
    .flatMap((schoolYear) => TERMS.map((term) => ({ schoolYear, term })))
    .slice(TERMS.indexOf(now.name));
  const [at, setAt] = useState('0');
  const chosen = terms[Number(at)] ?? { schoolYear: now.schoolYear, term: now.name };
  const grid = useOperation('support.grid', chosen, { keepPrevious: true });
  const write = useCommand('support.export-grid');
  const [error, setError] = useState<AppError>();
  const exportAs = (format: 'csv' | 'xlsx' | 'pdf') => () => {
    setError(undefined);
    write.mutate(
      { ...chosen, format },
      {
        onSuccess: ({ fileName, rows }) =>
          notify({ title: 'Grid written', text: `${fileName}, ${plural(rows, 'entry', 'entries')}` }),
        onError: (failure) => {
          if (failure.error.code !== 'cancelled') setError(failure.error);
        },
      },
    );
  };
  const found = grid.data;
  return (
    <Page width="free">
      <PageHeader
        title="Termly grid"
        context={
          found
            ? `${plural(found.rows.length, 'entry', 'entries')}, ${found.pupilsOnRoll.toLocaleString('en-GB')} pupils on roll${found.perHundred === undefined ? '' : `: ${found.perHundred.toLocaleString('en-GB')} at risk in each 100`}`
            : undefined
        }
        actions={
          <>
            <Button icon={PdfIcon} loading={write.isPending} onClick={exportAs('pdf')}>
              PDF…
            </Button>
            <Button icon={ExportIcon} loading={write.isPending} onClick={exportAs('xlsx')}>
              Excel…
            </Button>
            <Button variant="primary" icon={ExportIcon} loading={write.isPending} onClick={exportAs('csv')}>
              Export CSV…
            </Button>
          </>
        }
      />
      {error ? <ErrorCallout title="The grid was not written" error={error} /> : null}
      <Toolbar label="Which term">
        <SelectField
          label="Term"
          width="medium"
          value={at}
          onChange={setAt}
          options={terms.map(({ schoolYear, term }, index) => ({
            value: String(index),
            label: `${termWords(term)} ${formatSchoolYear(schoolYear)}`,
          }))}
        />
      </Toolbar>
      <Loaded query={grid} what="the grid">
        {({ rows, criteria }) => (
          <>
            <Panel
              title="On the register in the term"
              context={`As it ${at === '0' ? 'stands today' : 'stood at the end of the term'}. The authority reads the CSV and Excel files; they hold names and UPNs, so send them as it asks.`}
              flush
            >
              <DataTable
                caption="Pupils at risk in the term"
                columns={GRID_COLUMNS}
                rows={rows}
                rowKey={({ id }) => id}
                maxHeight="max(320px, calc(100vh - 350px))"
                empty={
                  <EmptyState icon={SupportIcon} title="Nobody was on the register in this term">
                    The grid can be exported all the same: it says so to the authority.
                  </EmptyState>
                }
              />
            </Panel>
            <Panel
              title="Criteria that go with it"
              context="The authority sees by what pupils are in the grid."
            >
              <CriteriaSaid lines={criteria} />
            </Panel>
          </>
        )}
      </Loaded>
      {mayEdit ? <AreaCriteriaPanel /> : null}
    </Page>
  );
}
