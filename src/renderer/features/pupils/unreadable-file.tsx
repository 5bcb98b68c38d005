import type { AppError } from '#shared/kernel/result.ts';
import { Callout } from '../../ui/feedback/callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { plural } from '../../ui/words/format.ts';
import { ProblemList } from './problem-list.tsx';

interface UnreadableFileProps {
  readonly error: AppError;
  readonly onColumns?: () => void;
  readonly onAnotherFile?: () => void;
}

/** A file that was refused whole, with everything that is wrong in it. */
export function UnreadableFile({ error, onColumns, onAnotherFile }: UnreadableFileProps) {
  const problems = error.problems ?? [];
  return (
    <>
      <Callout
        tone="overdue"
        title="This file cannot be imported as it is"
        live="alert"
        actions={
          onAnotherFile ? (
            <>
              <Button size="small" onClick={onAnotherFile}>
                Choose another file
              </Button>
              {onColumns ? (
                <Button size="small" onClick={onColumns}>
                  Change the columns
                </Button>
              ) : null}
            </>
          ) : undefined
        }
      >
        {error.message}
      </Callout>
      <Panel title={plural(problems.length, 'problem')} flush>
        <ProblemList problems={problems} caption="Problems of the file" />
      </Panel>
    </>
  );
}
