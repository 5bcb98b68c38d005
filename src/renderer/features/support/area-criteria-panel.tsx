import { useState } from 'react';
import type { AppError } from '#shared/kernel/result.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { Callout } from '../../ui/feedback/callout.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { ImportIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { CriteriaSaid } from './criteria-said.tsx';

/** Takes over the criteria that an authority gives to its schools, once it is seen what they change. */
export function AreaCriteriaPanel() {
  const choose = useCommand('files.choose');
  const [fileId, setFileId] = useState<string>();
  const [error, setError] = useState<AppError>();
  const chooseFile = () => {
    setError(undefined);
    choose.mutate(
      { purpose: 'criteria-file' },
      {
        onSuccess: ({ files }) => setFileId(files[0]?.fileId),
        onError: (failure) => {
          if (failure.error.code !== 'cancelled') setError(failure.error);
        },
      },
    );
  };
  return (
    <Panel
      title="The authority’s criteria"
      context="An authority may send a file with the criteria and the procedure of all its schools, so that their grids can be compared."
    >
      <Stack gap={3}>
        {error ? <ErrorCallout title="The file was not opened" error={error} /> : null}
        <Row>
          <Button icon={ImportIcon} loading={choose.isPending} onClick={chooseFile}>
            Open the authority’s file…
          </Button>
        </Row>
        {fileId === undefined ? null : (
          <Opened key={fileId} fileId={fileId} onClose={() => setFileId(undefined)} />
        )}
      </Stack>
    </Panel>
  );
}

function Opened({ fileId, onClose }: { readonly fileId: string; readonly onClose: () => void }) {
  const file = useOperation('support.read-area-criteria', { fileId });
  const take = useCommand('support.take-area-criteria');
  const [error, setError] = useState<AppError>();
  return (
    <Loaded query={file} what="the file">
      {({ authority, ours, given, now, version }) => {
        const changed = given.filter(
          ([term, detail]) => !now.some((line) => line[0] === term && line[1] === detail),
        );
        const gone = now.filter(
          ([term, detail]) => !given.some((line) => line[0] === term && line[1] === detail),
        );
        return (
          <Stack gap={3}>
            {error ? <ErrorCallout title="The criteria were not taken over" error={error} /> : null}
            {ours ? null : (
              <Callout tone="due" title={`These are the criteria of ${authority.name} (${authority.code})`}>
                Your school’s number begins otherwise, so they cannot be taken over here.
              </Callout>
            )}
            <Text strong>
              {changed.length === 0 && gone.length === 0
                ? `Your criteria are those of ${authority.name} already.`
                : `What ${authority.name} says other than your school now:`}
            </Text>
            <CriteriaSaid lines={changed} />
            {gone.length === 0 ? null : <Text strong>What would no longer hold:</Text>}
            <CriteriaSaid lines={gone} />
            <Text muted>Pupils on the register keep the reasons and the review day they have.</Text>
            <Row>
              <Button
                variant="primary"
                disabled={!ours}
                loading={take.isPending}
                onClick={() =>
                  take.mutate(
                    { fileId, version },
                    {
                      onSuccess: () => {
                        notify({ title: 'Criteria taken over', text: authority.name });
                        onClose();
                      },
                      onError: (failure) => setError(failure.error),
                    },
                  )
                }
              >
                Take over
              </Button>
              <Button onClick={onClose}>Cancel</Button>
            </Row>
          </Stack>
        );
      }}
    </Loaded>
  );
}
