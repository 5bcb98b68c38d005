import { useState } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/kernel/result.ts';
import { useCommand, fetchOperation, OperationError } from '../../api/client.ts';
import { Callout } from '../../ui/feedback/callout.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { FolderIcon, ServerIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { AboutList } from './about-list.tsx';

interface Chosen extends OperationOutput<'sharing.look'> {
  readonly fileId: string;
}

/** Choose the file, see what it says and whether the server answers, and join. The window begins anew after it. */
export function JoinPanel() {
  const choose = useCommand('files.choose');
  const join = useCommand('sharing.join');
  const [chosen, setChosen] = useState<Chosen>();
  const [looking, setLooking] = useState(false);
  const [error, setError] = useState<AppError>();

  const look = async (fileId: string) => {
    setLooking(true);
    try {
      setChosen({ fileId, ...(await fetchOperation('sharing.look', { fileId })) });
    } catch (failure) {
      if (!(failure instanceof OperationError)) throw failure;
      setChosen(undefined);
      setError(failure.error);
    } finally {
      setLooking(false);
    }
  };
  const chooseFile = () => {
    setError(undefined);
    choose.mutate(
      { purpose: 'join-file' },
      {
        onSuccess: ({ files: [file] }) => file && void look(file.fileId),
        onError: (failure) => setError(failure.error),
      },
    );
  };

  return (
    <Panel title="The file of the shared database">
      <Stack gap={3}>
        <Text prose>
          Whoever set up the shared database has a file for you, <strong>shared-database.json</strong>. It
          says where the database is. It holds no password, and you sign in with the name and password that
          you were given for it.
        </Text>
        {error ? <ErrorCallout title="The file cannot be used" error={error} /> : null}
        {chosen ? (
          <>
            <AboutList {...chosen.about} />
            {chosen.why === undefined ? (
              <Callout tone="done" title="The server answers" live="status">
                This PC can join. Its own records, if it has any, stay on it untouched; to work with them in
                the shared database they have to be moved there first.
              </Callout>
            ) : (
              <Callout tone="due" title="The server does not answer now" live="status">
                {chosen.why} You can join all the same, and sign in once it answers.
              </Callout>
            )}
          </>
        ) : null}
        {join.error ? <ErrorCallout title="Not joined" error={join.error.error} /> : null}
        <Row gap={2}>
          {chosen ? (
            <Button
              variant="primary"
              icon={ServerIcon}
              loading={join.isPending || join.isSuccess}
              onClick={() => join.mutate({ fileId: chosen.fileId })}
            >
              Join {chosen.about.name ?? chosen.about.database}
            </Button>
          ) : null}
          <Button
            variant={chosen ? 'quiet' : 'primary'}
            icon={FolderIcon}
            loading={choose.isPending || looking}
            onClick={chooseFile}
          >
            {chosen ? 'Choose another file…' : 'Choose the file…'}
          </Button>
        </Row>
      </Stack>
    </Panel>
  );
}
