import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { AppError } from '#shared/kernel/result.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { sayCriterion } from '#shared/text/conference-words.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { DataTable } from '../../ui/data/data-table.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { DoneIcon, ExportIcon, InboxIcon, PrintIcon, SettingsIcon } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { SheetHead } from '../../ui/layout/sheet-head.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { plural } from '../../ui/words/format.ts';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import { ConferenceCriteriaForm } from './criteria-form.tsx';
import { listColumns } from './list-columns.tsx';
import { NotSentPanel } from './not-sent-panel.tsx';
import type { Conference, Source } from './types.ts';

export interface ConferencePageProps {
  readonly asOf: IsoDate | undefined;
  readonly source: Source;
}

const SOURCES = [
  { value: 'returns', label: 'Returns received' },
  { value: 'own', label: 'Own records' },
] as const;

/** Pupils near a threshold, over all schools, for a case conference before it is passed. */
export function ConferencePage({ asOf, source }: ConferencePageProps) {
  const navigate = useNavigate();
  const asked = { source, ...(asOf === undefined ? {} : { asOf }) };
  const query = useOperation('authority.conference', asked, { keepPrevious: true });
  const write = useCommand('authority.export-conference');
  const status = useOperation('setup.status', {}).data;
  const user = useOperation('session.get', {}).data?.userName;
  const [error, setError] = useState<AppError>();
  const [editing, setEditing] = useState(false);
  const shown = query.data;
  const look = (next: { readonly asOf?: IsoDate | undefined; readonly source?: Source }) => {
    const own = (next.source ?? source) === 'own';
    const on = 'asOf' in next ? next.asOf : undefined;
    void navigate({
      to: '/authority/conference',
      search: { ...(on === undefined ? {} : { on }), ...(own ? { own: true as const } : {}) },
    });
  };
  const exportCsv = () => {
    setError(undefined);
    write.mutate(asked, {
      onSuccess: ({ fileName }) => notify({ title: 'List written', text: fileName }),
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
            title="Case conference"
            context="Pupils near a threshold, the most urgent first, told apart by their UPN over all schools"
            actions={
              <>
                <Button icon={SettingsIcon} pressed={editing} onClick={() => setEditing(!editing)}>
                  Criteria
                </Button>
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
            <DateField
              label="As of"
              name="asOf"
              value={shown?.asOf ?? asOf ?? null}
              onChange={(day) => look({ asOf: day ?? undefined })}
            />
            {shown?.ownSchool === undefined ? null : (
              <SegmentedChoice
                label="From"
                name="source"
                value={source}
                onChange={(next) => look({ source: next })}
                options={SOURCES}
              />
            )}
          </Row>
        </Stack>
      </ScreenOnly>
      <SheetHead
        of={source === 'own' ? shown?.ownSchool : status?.authority?.name}
        printedBy={user}
        title={
          shown ? (
            <>
              Case conference, as of <DateText date={shown.asOf} />
            </>
          ) : (
            'Case conference'
          )
        }
      />
      {error ? <ErrorCallout title="The list was not written" error={error} /> : null}
      {editing && shown ? (
        <ConferenceCriteriaForm
          key={shown.version}
          criteria={shown.criteria}
          version={shown.version}
          limitDays={shown.limitDays}
          onClose={() => setEditing(false)}
        />
      ) : null}
      <Loaded query={query} what="the list">
        {(conference) => (
          <>
            <NotSentPanel conference={conference} />
            <ListPanel conference={conference} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function ListPanel({ conference }: { readonly conference: Conference }) {
  const navigate = useNavigate();
  const { pupils, considered, criteria, limitDays, asOf, termName, source, schools, notSent } = conference;
  const words = criteria.map((one) => sayCriterion(one, limitDays)).join('; ');
  const nothing = considered.exclusions === 0;
  return (
    <Panel
      title={`${plural(pupils.length, 'pupil')} of ${considered.pupils.toLocaleString('en-GB')} excluded this school year`}
      context={
        <>
          As of <DateText date={asOf} />, {termName}. {words}. Days count in the term an exclusion starts in.
        </>
      }
      flush
    >
      <DataTable
        caption="Pupils for the case conference, the most urgent first"
        columns={listColumns(limitDays)}
        rows={pupils}
        rowKey={({ upn }) => upn}
        maxHeight="70vh"
        onOpen={({ upn }) =>
          void navigate({
            to: '/authority/conference/$upn',
            params: { upn },
            search: { on: asOf, ...(source === 'own' ? { own: true as const } : {}) },
          })
        }
        empty={
          nothing && source === 'returns' ? (
            <EmptyState
              icon={InboxIcon}
              title="No exclusion of that school year is here"
              action={<ButtonLink to="/authority/import">Import returns</ButtonLink>}
            >
              {schools > notSent.length
                ? 'The returns that are here have none. Choose another day, or import more.'
                : 'No return for that term has been received. Import returns, or choose an earlier day.'}
            </EmptyState>
          ) : (
            <EmptyState icon={DoneIcon} title="Nobody is near a threshold">
              {nothing
                ? 'No exclusion of that school year is on record.'
                : 'No pupil meets any of the criteria on that day.'}{' '}
              Choose another day or change the criteria to see more.
            </EmptyState>
          )
        }
      />
    </Panel>
  );
}
