import { useState } from 'react';
import { useCommand, useOperation } from '../../api/client.ts';
import { Callout } from '../../ui/feedback/callout.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Loader } from '../../ui/feedback/loader.tsx';
import { Button } from '../../ui/form/button.tsx';
import { FolderIcon } from '../../ui/icons.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { InstantText } from '../../ui/words/instant-text.tsx';
import { RecoveredFacts } from './recovered-facts.tsx';
import { SecretForm, type Given } from './secret-form.tsx';

interface Props {
  readonly why: string | undefined;
  /** What was recovered, for the page that stands until it was read. */
  readonly onRecovered: (told: RecoveredTold) => void;
}

export type RecoveredTold = NonNullable<ReturnType<typeof useCommand<'recovery.recover'>>['data']>;

/** Before the shell, when the database is damaged or gone: what was found, what there is, and the way out. */
export function RecoveryPage({ why, onRecovered }: Props) {
  const [folder, setFolder] = useState<{ readonly folder: string; readonly name: string }>();
  const [secret, setSecret] = useState<Given>();
  const input = { ...(folder ? { folder: folder.folder } : {}), ...(secret ? { secret } : {}) };
  const status = useOperation('recovery.status', folder ? { folder: folder.folder } : {}).data;
  const look = useCommand('recovery.choose-folder');
  const preview = useCommand('recovery.preview');
  const recover = useCommand('recovery.recover');
  const error = recover.error?.error ?? preview.error?.error;
  const busy = preview.isPending || recover.isPending;
  return (
    <>
      <PageHeader title="The records are damaged" keepFocus />
      <Callout tone="overdue" title="Nothing more is written to them" live="alert">
        {why} The file was left as it is and stays kept, whatever you choose here.
      </Callout>
      <Text prose>
        First Day can put together what is safe: the newest good backup, and over it everything that can still
        be read of the damaged file.{' '}
        {status?.newest ? (
          <>
            The newest of {status.backups} backups is of <InstantText instant={status.newest.at} />.
          </>
        ) : (
          'There is no backup beside the file. If there is one on a share or a stick, choose its folder.'
        )}
      </Text>
      {status && !status.keyKnown && !secret ? <SecretForm error={undefined} onGiven={setSecret} /> : null}
      {error?.code === 'not-open' ? <SecretForm error={error} onGiven={setSecret} /> : null}
      {error && error.code !== 'not-open' ? <ErrorCallout title="Nothing was changed" error={error} /> : null}
      {busy ? <Loader label="Reading what can be read; this may take minutes" /> : null}
      {preview.data ? <RecoveredFacts told={preview.data} /> : null}
      <Row gap={2}>
        <Button disabled={busy} onClick={() => preview.mutate(input)}>
          See what can be recovered
        </Button>
        <Button
          variant="primary"
          disabled={busy || preview.data === undefined}
          onClick={() => recover.mutate(input, { onSuccess: onRecovered })}
        >
          Recover the records
        </Button>
        <Button
          variant="quiet"
          icon={FolderIcon}
          disabled={busy}
          onClick={() => look.mutate({}, { onSuccess: setFolder })}
        >
          {folder ? `Backups from ${folder.name}` : 'Choose a folder with backups'}
        </Button>
      </Row>
    </>
  );
}
