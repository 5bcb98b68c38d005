import { auditWords, outcomeName } from '#shared/text/audit-words.ts';
import { capitalise } from '#shared/text/exclusion-words.ts';
import { roleName } from '#shared/text/role-words.ts';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { useOperation } from '../../api/client.ts';
import { DataTable } from '../../ui/data/data-table.tsx';
import { DefinitionList } from '../../ui/data/definition-list.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { CloseIcon } from '../../ui/icons.ts';
import { TextLink } from '../../ui/layout/links.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { useCurtain } from '../../ui/words/curtain.tsx';
import { InstantText } from '../../ui/words/instant-text.tsx';
import { PersonName } from '../../ui/words/person-name.tsx';

type Row = OperationOutput<'audit.row'>;

interface AuditRowPanelProps {
  readonly id: number;
  readonly onClose: () => void;
}

/** One row with all that it keeps: before and after, line by line. */
export function AuditRowPanel({ id, onClose }: AuditRowPanelProps) {
  const row = useOperation('audit.row', { id });
  return (
    <Panel
      title={`Row ${id.toLocaleString('en-GB')}`}
      actions={
        <Button size="small" icon={CloseIcon} onClick={onClose}>
          Close
        </Button>
      }
    >
      <Loaded query={row} what="the row">
        {(found) => (
          <Stack gap={3}>
            <DefinitionList items={factsOf(found)} />
            <Kept row={found} />
          </Stack>
        )}
      </Loaded>
    </Panel>
  );
}

function factsOf(row: Row) {
  return [
    { term: 'When', detail: <InstantText instant={row.at} /> },
    {
      term: 'Who',
      detail: row.userName === '' ? 'Nobody signed in' : `${row.userName}, ${roleName(row.role)}`,
    },
    { term: 'What', detail: `${capitalise(auditWords(row))}.` },
    { term: 'Outcome', detail: outcomeName(row.outcome) },
    ...(row.pupil
      ? [
          {
            term: 'Pupil',
            detail: (
              <TextLink to="/pupils/$pupilId" params={{ pupilId: row.pupil.id }}>
                <PersonName name={row.pupil.name} />
              </TextLink>
            ),
          },
        ]
      : []),
    {
      term: 'Operation',
      detail: [row.operation, row.subjectType, row.subjectId].filter(Boolean).join(' · '),
    },
  ];
}

/** What the row keeps may name pupils in any line, so that the curtain hides all of it. */
function Kept({ row: { lines, erased, chained } }: { readonly row: Row }) {
  const { drawn } = useCurtain();
  if (erased)
    return <Text muted>What this row kept was erased with the pupil’s data. That it was done stays.</Text>;
  if (lines.length === 0) return <Text muted>This row keeps no more than that.</Text>;
  if (drawn) return <Text muted>Hidden by the privacy curtain.</Text>;
  return (
    <>
      <DataTable
        caption="What the row keeps"
        columns={[
          { key: 'label', header: 'What', render: ({ label }) => label },
          { key: 'before', header: 'Before', render: ({ before }) => before ?? '' },
          { key: 'after', header: 'After, or value', render: ({ after, value }) => after ?? value ?? '' },
        ]}
        rows={lines}
        rowKey={({ label }) => label}
        empty={null}
      />
      {chained ? null : (
        <Text small muted>
          This row is from before the trail was a chain.
        </Text>
      )}
    </>
  );
}
