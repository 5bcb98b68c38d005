import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useCommand, useOperation, type OperationError } from '../../api/client.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { ColumnTable } from './column-table.tsx';
import type { Columns } from './types.ts';

/** Which column of somebody's CSV holds what; remembered for every file with the same headings. */
export function ColumnsPage({ fileId }: { readonly fileId: string }) {
  const columns = useOperation('authority.columns', { id: fileId });
  return (
    <Page width="free">
      <PageHeader
        title="Name the columns"
        context={
          columns.data
            ? `Of “${columns.data.fileName}”. Files with the same headings are read the same way from now on.`
            : undefined
        }
        actions={<ButtonLink to="/authority/refused">Back to the refused files</ButtonLink>}
      />
      <Loaded query={columns} what="the columns of the file">
        {(found) => <ColumnsForm key={found.fileName} fileId={fileId} found={found} />}
      </Loaded>
    </Page>
  );
}

function ColumnsForm({ fileId, found }: { readonly fileId: string; readonly found: Columns }) {
  const save = useCommand('authority.save-columns');
  const retry = useCommand('authority.retry-quarantined');
  const navigate = useNavigate();
  const [name, setName] = useState(found.saved?.name ?? '');
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(
    found.saved?.columns ?? suggestionsOf(found),
  );
  const [error, setError] = useState<OperationError['error']>();
  const missing = found.wanted.filter(({ column, needed }) => needed && chosen[column] === undefined);

  const send = () => {
    setError(undefined);
    const onError = (failure: OperationError) => setError(failure.error);
    save.mutate(
      { id: fileId, name, columns: chosen },
      {
        onError,
        onSuccess: () =>
          retry.mutate(
            { ids: [fileId] },
            {
              onError,
              onSuccess: ({ files }) => {
                const [file] = files;
                notify({
                  tone: file?.outcome === 'refused' ? 'due' : 'done',
                  title:
                    file?.outcome === 'refused'
                      ? 'The columns are saved; the file has other problems'
                      : 'The file was taken',
                  text: file?.message,
                });
                void navigate({ to: '/authority/refused' });
              },
            },
          ),
      },
    );
  };

  return (
    <Panel
      title="Columns of the file and of a return"
      context={
        missing.length === 0
          ? 'Everything that a return needs is named.'
          : `Not named yet: ${missing.map(({ title }) => title).join(', ')}. Some may come in other columns, such as days in place of sessions.`
      }
      footer={
        <Button variant="primary" loading={save.isPending || retry.isPending} onClick={send}>
          Save and read the file again
        </Button>
      }
    >
      <Stack gap={3}>
        {error ? <ErrorCallout title="The columns were not saved" error={error} /> : null}
        <TextField
          label="Who sends such files"
          name="name"
          width="medium"
          value={name}
          onChange={setName}
          {...(error?.fields?.some(({ path }) => path === 'name')
            ? { error: 'Say who sends such files.' }
            : {})}
        />
        <ColumnTable found={found} chosen={chosen} onChoose={setChosen} />
      </Stack>
    </Panel>
  );
}

const suggestionsOf = ({ wanted }: Columns): Readonly<Record<string, string>> =>
  Object.fromEntries(
    wanted.flatMap(({ column, suggested }) => (suggested === undefined ? [] : [[column, suggested]])),
  );
