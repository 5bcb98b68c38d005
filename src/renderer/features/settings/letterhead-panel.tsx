import { useState } from 'react';
import type { AppError } from '#shared/kernel/result.ts';
import { useCommand, type OperationError } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { DefinitionList } from '../../ui/data/definition-list.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { ExportIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { notify } from '../../ui/overlay/notify.tsx';

interface LetterheadPanelProps {
  /** Name of the school's own Word file; undefined while First Day's is used. */
  readonly letterhead: string | undefined;
  readonly mayEdit: boolean;
}

/** The Word letterhead that letters are written on. */
export function LetterheadPanel({ letterhead, mayEdit }: LetterheadPanelProps) {
  const choose = useCommand('files.choose');
  const save = useCommand('letters.save-letterhead');
  const write = useCommand('letters.write-letterhead');
  const mayWrite = useMay('letters.view');
  const [error, setError] = useState<AppError>();
  const failed = ({ error: why }: OperationError) => {
    if (why.code !== 'cancelled') setError(why);
  };

  const change = (fileId?: string) => {
    setError(undefined);
    save.mutate(fileId === undefined ? {} : { fileId }, {
      onSuccess: () =>
        notify({
          title: fileId === undefined ? 'First Day’s letterhead is used again' : 'Your letterhead is used',
          text: 'Word letters written from now on are on it.',
        }),
      onError: failed,
    });
  };
  const chooseFile = () => {
    setError(undefined);
    choose.mutate(
      { purpose: 'letterhead' },
      { onSuccess: ({ files: [file] }) => file && change(file.fileId), onError: failed },
    );
  };
  const saveTemplate = () => {
    setError(undefined);
    write.mutate(
      {},
      {
        onSuccess: ({ fileName }) =>
          notify({
            title: `${fileName} is written`,
            text: 'Put your letterhead on it in Word, then choose it here.',
          }),
        onError: failed,
      },
    );
  };

  return (
    <Panel title="Letterhead for Word letters">
      <Stack gap={3}>
        {error ? <ErrorCallout title="The letterhead was not changed" error={error} /> : null}
        <DefinitionList
          items={[{ term: 'In use', detail: letterhead ?? 'First Day’s own: the school’s name and address' }]}
        />
        <Text muted small>
          Save the template, put your crest and addresses on it in Word, and choose the file. The words of the
          letters stay First Day’s.
        </Text>
        <Row gap={2}>
          {mayWrite ? (
            <Button icon={ExportIcon} onClick={saveTemplate} loading={write.isPending}>
              Save the Word template…
            </Button>
          ) : null}
          {mayEdit ? (
            <Button onClick={chooseFile} loading={choose.isPending || save.isPending}>
              Choose your letterhead…
            </Button>
          ) : null}
          {mayEdit && letterhead !== undefined ? (
            <Button variant="quiet" onClick={() => change()}>
              Use First Day’s again
            </Button>
          ) : null}
        </Row>
      </Stack>
    </Panel>
  );
}
