import { useState } from 'react';
import type { AppError } from '#shared/kernel/result.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { DataTable } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { ExportIcon, PdfIcon, SupportIcon } from '../../ui/icons.ts';
import { Disclosure } from '../../ui/layout/disclosure.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { Toolbar } from '../../ui/layout/toolbar.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { plural } from '../../ui/words/format.ts';
import { schoolColumns } from './school-columns.tsx';
import { SchoolPupils } from './school-pupils.tsx';
import { SetsPanel } from './sets-panel.tsx';
import { TermChoice } from './term-choice.tsx';
import type { Compared, GridTerm } from './types.ts';

/** Schools beside each other: pupils at risk in each 100 on roll, with the criteria each goes by. */
export function CompareView({
  onImport,
  mayImport,
}: {
  readonly onImport: () => void;
  readonly mayImport: boolean;
}) {
  const [term, setTerm] = useState<GridTerm>();
  const compared = useOperation('authority.compare-grids', term ?? {}, { keepPrevious: true });
  return (
    <Loaded query={compared} what="the grids">
      {(found) =>
        found.schoolYear === undefined || found.term === undefined ? (
          <EmptyState
            icon={SupportIcon}
            title="No grid has been imported"
            action={mayImport ? <Button onClick={onImport}>Import grids</Button> : undefined}
          >
            Each term a school exports its grid under Support, Termly grid, and sends the CSV or Excel file.
          </EmptyState>
        ) : (
          <Shown
            key={`${String(found.schoolYear)} ${found.term}`}
            compared={found}
            term={{ schoolYear: found.schoolYear, term: found.term }}
            onTerm={setTerm}
          />
        )
      }
    </Loaded>
  );
}

function Shown({
  compared,
  term,
  onTerm,
}: {
  readonly compared: Compared;
  readonly term: GridTerm;
  readonly onTerm: (term: GridTerm) => void;
}) {
  const maySeePupils = useMay('authority.view-pupils');
  const write = useCommand('authority.export-grids');
  const [error, setError] = useState<AppError>();
  const [opened, setOpened] = useState<string>();
  const { schools, sets, total, missing, terms } = compared;
  const exportAs = (format: 'csv' | 'xlsx' | 'pdf') => () => {
    setError(undefined);
    write.mutate(
      { ...term, format },
      {
        onSuccess: ({ fileName }) => notify({ title: 'Comparison written', text: fileName }),
        onError: (failure) => {
          if (failure.error.code !== 'cancelled') setError(failure.error);
        },
      },
    );
  };
  return (
    <Stack gap={4}>
      <Toolbar
        label="Which term"
        actions={
          <>
            <Button icon={PdfIcon} loading={write.isPending} onClick={exportAs('pdf')}>
              PDF…
            </Button>
            <Button icon={ExportIcon} loading={write.isPending} onClick={exportAs('xlsx')}>
              Excel…
            </Button>
            <Button icon={ExportIcon} loading={write.isPending} onClick={exportAs('csv')}>
              CSV…
            </Button>
          </>
        }
      >
        <TermChoice terms={terms} value={term} onChange={onTerm} />
      </Toolbar>
      {error ? <ErrorCallout title="The comparison was not written" error={error} /> : null}
      <Panel
        title={plural(schools.length, 'school')}
        context={`Schools with other criteria put other pupils on their registers: compare within a set.${maySeePupils ? ' Open a school to see its pupils.' : ''}`}
        flush
      >
        <DataTable
          caption="Pupils at risk by school"
          columns={schoolColumns(total)}
          rows={schools}
          rowKey={({ laEstab }) => laEstab}
          selectedKey={opened}
          onOpen={maySeePupils ? ({ laEstab }) => setOpened(laEstab) : undefined}
          initialSort={{ key: 'rate', direction: 'descending' }}
          maxHeight="max(320px, calc(100vh - 430px))"
          empty={
            <EmptyState icon={SupportIcon} title="No grid of this term">
              Choose another term, or import grids.
            </EmptyState>
          }
        />
      </Panel>
      {opened === undefined ? null : (
        <SchoolPupils key={opened} term={term} laEstab={opened} onClose={() => setOpened(undefined)} />
      )}
      <SetsPanel sets={sets} />
      {missing.length === 0 ? null : (
        <Disclosure summary={`${plural(missing.length, 'school')} without a grid of this term`}>
          <Text>{missing.map(({ name }) => name).join('; ')}</Text>
        </Disclosure>
      )}
    </Stack>
  );
}
