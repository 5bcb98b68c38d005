import { useState } from 'react';
import { dueKindWords } from '#shared/text/privacy-words.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { CheckIcon } from '../../ui/icons.ts';
import { ButtonLink, TextLink } from '../../ui/layout/links.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { plural } from '../../ui/words/format.ts';
import { PersonName, usePersonName } from '../../ui/words/person-name.tsx';
import { KeepDialog } from './keep-dialog.tsx';
import type { DueEntry } from './types.ts';

/** Pupils whose records need not be kept any more: look, keep longer, or erase. */
export function DuePanel() {
  const review = useOperation('privacy.review', {});
  const endHold = useCommand('privacy.end-hold');
  const nameOf = usePersonName();
  const [keeping, setKeeping] = useState<DueEntry>();
  const columns: readonly Column<DueEntry>[] = [
    {
      key: 'pupil',
      header: 'Pupil',
      value: ({ name }) => name,
      render: ({ pupilId, name, form, bornFrom }) => (
        <>
          <TextLink to="/pupils/$pupilId" params={{ pupilId }}>
            <PersonName name={name} />
          </TextLink>{' '}
          <Text as="span" muted small>
            {[form, `born in the school year from ${bornFrom.slice(0, 4)}`].filter(Boolean).join(', ')}
          </Text>
        </>
      ),
    },
    { key: 'kind', header: 'What is due', value: ({ kind }) => dueKindWords(kind) },
    {
      key: 'since',
      header: 'Since',
      nowrap: true,
      value: ({ since }) => since,
      render: ({ since }) => <DateText date={since} />,
    },
    {
      key: 'state',
      header: 'State',
      render: ({ hold, blocked }) =>
        hold !== undefined ? (
          <>
            <StatusTag tone="info">Kept</StatusTag> until <DateText date={hold.until} />: {hold.reason}
          </>
        ) : blocked.length > 0 ? (
          blocked.join(' ')
        ) : (
          <StatusTag tone="due">To decide</StatusTag>
        ),
    },
    {
      key: 'decide',
      header: 'Decide',
      render: (row) => (
        <Row gap={1}>
          {row.hold === undefined ? (
            <>
              <Button size="small" onClick={() => setKeeping(row)}>
                Keep longer…
              </Button>
              <ButtonLink
                to="/pupils/$pupilId/erase"
                params={{ pupilId: row.pupilId }}
                search={row.kind === 'pupil-file' || row.kind === 'roll-entry' ? {} : { kind: row.kind }}
                size="small"
              >
                Erase…
              </ButtonLink>
            </>
          ) : (
            <Button
              size="small"
              loading={endHold.isPending}
              onClick={() => endHold.mutate({ pupilId: row.pupilId })}
            >
              Not any longer
            </Button>
          )}
        </Row>
      ),
    },
  ];
  return (
    <>
      <Loaded query={review} what="the records that are due">
        {({ pupils, more, held }) => (
          <Panel
            title="Pupils to review"
            context={
              more > 0
                ? `${plural(pupils.length, 'entry', 'entries')} of ${String(pupils.length + more)}; the others follow as these are done.`
                : 'Records whose time is over. You decide about each.'
            }
            flush={pupils.length + held.length > 0}
          >
            <DataTable
              caption="Records whose time is over"
              columns={columns}
              rows={[...pupils, ...held]}
              rowKey={({ pupilId, kind }) => `${pupilId} ${kind}`}
              maxHeight="60vh"
              empty={
                <EmptyState icon={CheckIcon} title="Nothing is due">
                  When the time of a record is over, it is listed here.
                </EmptyState>
              }
            />
          </Panel>
        )}
      </Loaded>
      {keeping ? (
        <KeepDialog
          pupilId={keeping.pupilId}
          name={nameOf(keeping.name)}
          onClose={() => setKeeping(undefined)}
        />
      ) : null}
    </>
  );
}
