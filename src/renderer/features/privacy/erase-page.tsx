import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import type { PupilKind } from '#shared/domain/privacy/types.ts';
import { dueKindWords } from '#shared/text/privacy-words.ts';
import { useOperation } from '../../api/client.ts';
import { DataTable, type Column } from '../../ui/data/data-table.tsx';
import { Callout } from '../../ui/feedback/callout.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { DeleteIcon } from '../../ui/icons.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { usePersonName } from '../../ui/words/person-name.tsx';
import { plural } from '../../ui/words/format.ts';
import { EraseDialog } from './erase-dialog.tsx';
import styles from './privacy.module.css';
import type { Subject } from './types.ts';

interface ErasePageProps {
  readonly subject: Subject;
  /** Left out: everything that is held. */
  readonly kind: PupilKind | undefined;
}

type Preview = OperationOutput<'privacy.erasure-preview'>;

const COLUMNS: readonly Column<Preview['sections'][number]>[] = [
  { key: 'title', header: 'What', render: ({ title }) => title },
  { key: 'rows', header: 'Entries', numeric: true, render: ({ rows }) => rows },
  {
    key: 'then',
    header: 'Afterwards',
    render: ({ removed }) =>
      removed ? 'Gone' : 'Names, numbers and what was typed are gone; what figures count stays',
  },
];

/** What erasing would take away, what stays, and what stands against it; then the erasing itself. */
export function ErasePage({ subject, kind }: ErasePageProps) {
  const preview = useOperation('privacy.erasure-preview', {
    subject,
    ...(kind === undefined ? {} : { kind }),
  });
  return (
    <Page>
      <Loaded query={preview} what="what erasing would do">
        {(found) => <EraseView subject={subject} kind={kind} preview={found} />}
      </Loaded>
    </Page>
  );
}

function EraseView({ subject, kind, preview }: ErasePageProps & { readonly preview: Preview }) {
  const nameOf = usePersonName('open');
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const { name, blocked, sections, mentions } = preview;
  const what = kind === undefined ? 'the personal data' : dueKindWords(kind).toLocaleLowerCase('en-GB');
  return (
    <>
      <PageHeader
        title={`Erase ${what} of ${nameOf(name)}`}
        context="Nothing is erased until you have typed the surname and said why."
        actions={
          <Button
            variant="danger"
            icon={DeleteIcon}
            disabled={blocked.length > 0}
            disabledReason={blocked.length > 0 ? 'Something stands against it: see below.' : undefined}
            onClick={() => setAsking(true)}
          >
            Erase…
          </Button>
        }
      />
      {blocked.length > 0 ? (
        <Callout tone="overdue" title="It cannot be erased now">
          <ul className={styles.list}>
            {blocked.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Callout>
      ) : null}
      {mentions.length > 0 ? (
        <Callout tone="due" title="Other records speak of this pupil">
          The full name or the UPN stands in other pupils’ records. It stays there until a person changes the
          text:{' '}
          {mentions.map(({ title, rows }) => `${title} (${plural(rows, 'entry', 'entries')})`).join(', ')}.
        </Callout>
      ) : null}
      <Panel
        title="What goes, and what stays"
        context="Dates, lengths, reasons, year group, sex, ethnicity and SEN stay, nobody’s any more, so that no figure changes."
        flush
      >
        <DataTable
          caption="What erasing does"
          columns={COLUMNS}
          rows={sections}
          rowKey={({ table }) => table}
          empty={null}
        />
      </Panel>
      {asking ? (
        <EraseDialog
          subject={subject}
          kind={kind}
          name={nameOf(name)}
          onClose={() => setAsking(false)}
          onErased={() => void navigate({ to: '/settings/privacy' })}
        />
      ) : null}
    </>
  );
}
