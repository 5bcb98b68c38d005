import { useState } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/kernel/result.ts';
import { registerDropped, type FileHandle } from '../../api/bridge.ts';
import { useCommand, type OperationError } from '../../api/client.ts';
import { FileProblems } from '../../ui/data/file-problems.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { FileDrop } from '../../ui/form/file-drop.tsx';
import { ImportIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { plural } from '../../ui/words/format.ts';
import { AttendancePreview } from './attendance-preview.tsx';
import styles from './support.module.css';

type Preview = OperationOutput<'support.preview-attendance'>;

/** Figures of attendance from a CSV: a dry run first, then all of it or nothing. */
export function AttendanceImport({ onClose }: { readonly onClose: () => void }) {
  const choose = useCommand('files.choose');
  const check = useCommand('support.preview-attendance');
  const send = useCommand('support.import-attendance');
  const [on, setOn] = useState<string | null>(null);
  const [file, setFile] = useState<FileHandle>();
  const [preview, setPreview] = useState<Preview>();
  const [error, setError] = useState<AppError>();
  const day = on === null ? {} : { on };
  const failed = ({ error: why }: OperationError) => {
    if (why.code !== 'cancelled') setError(why);
  };
  const read = (chosen: FileHandle | undefined) => {
    if (chosen === undefined) return;
    setError(undefined);
    setPreview(undefined);
    setFile(chosen);
    check.mutate({ fileId: chosen.fileId, ...day }, { onSuccess: setPreview, onError: failed });
  };
  const again = () => {
    setPreview(undefined);
    setFile(undefined);
    setError(undefined);
  };
  const importIt = () => {
    if (file === undefined || preview === undefined) return;
    setError(undefined);
    send.mutate(
      { fileId: file.fileId, sha256: preview.sha256, ...day },
      {
        onSuccess: ({ counts }) => {
          notify({
            title: `${plural(counts.new + counts.changed, 'figure')} noted`,
            text: `${plural(counts.raised, 'pupil')} came on the register.`,
          });
          onClose();
        },
        onError: failed,
      },
    );
  };
  return (
    <Panel
      title="Attendance from a file"
      context={
        file === undefined
          ? 'A CSV with UPN, Attendance (percent) and Last day. Nothing is noted until you have seen what would change.'
          : file.name
      }
      footer={
        <>
          <Button onClick={preview === undefined ? onClose : again}>
            {preview === undefined ? 'Cancel' : 'Another file'}
          </Button>
          {preview === undefined ? null : (
            <Button
              variant="primary"
              icon={ImportIcon}
              loading={send.isPending}
              disabled={preview.counts.new + preview.counts.changed === 0}
              onClick={importIt}
            >
              Note {plural(preview.counts.new + preview.counts.changed, 'figure')}
            </Button>
          )}
        </>
      }
    >
      <Stack gap={3}>
        {error ? <ErrorCallout title="No attendance was noted" error={error} /> : null}
        <FileProblems
          key={error === undefined ? 'remarks' : 'problems'}
          problems={error?.problems ?? preview?.problems ?? []}
          of={file?.name ?? 'the file'}
          open={error !== undefined}
        />
        {preview === undefined ? (
          <>
            <div className={styles.narrow}>
              <Row gap={3} align="start">
                <DateField
                  label="Last day"
                  name="on"
                  optional
                  hint="Only for a file that has no column for it."
                  value={on}
                  onChange={setOn}
                />
              </Row>
            </div>
            <FileDrop
              title="Drop the file here, or choose it"
              hint="As your attendance system exports it, saved as CSV"
              chooseLabel="Choose the file…"
              busy={choose.isPending || check.isPending}
              onChoose={() =>
                choose.mutate(
                  { purpose: 'attendance-file' },
                  { onSuccess: ({ files: [chosen] }) => read(chosen), onError: failed },
                )
              }
              onDropFiles={(files) => {
                if (files.length === 1) void registerDropped(files).then(([chosen]) => read(chosen));
                else setError({ code: 'refused', message: 'Drop one file at a time. Nothing was noted.' });
              }}
            />
          </>
        ) : (
          <AttendancePreview preview={preview} />
        )}
      </Stack>
    </Panel>
  );
}
