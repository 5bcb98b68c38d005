import { useState } from 'react';
import { useCommand } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { Panelled } from '../../ui/duties/panelled.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { TextArea } from '../../ui/form/text-area.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import type { CheckedProblem } from './types.ts';
import styles from './returns.module.css';

interface ExplainQueryProps {
  readonly exclusionId: string;
  readonly problem: CheckedProblem;
}

/** Why a query may stand, in the school's words: shown, written, edited and taken back where the query is. */
export function ExplainQuery({ exclusionId, problem }: ExplainQueryProps) {
  const { explanation, rule, title } = problem;
  const mayExplain = useMay('returns.export');
  const command = useCommand('returns.explain');
  const [text, setText] = useState<string>();
  const [tried, setTried] = useState(false);
  const error = command.error?.error;
  const send = (words: string | null) =>
    command.mutate(
      { exclusionId, rule, explanation: words },
      {
        onSuccess: () => {
          setText(undefined);
          notify({ title: words === null ? 'Explanation taken back' : 'Explained' });
        },
      },
    );
  const empty = text?.trim() === '';
  if (text !== undefined) {
    return (
      <Panelled
        label={`Explain: ${title}`}
        busy={command.isPending}
        onClose={() => setText(undefined)}
        onSend={() => {
          setTried(true);
          if (!empty) send(text.trim());
        }}
      >
        {error ? <ErrorCallout title="Not kept" error={error} /> : null}
        <TextArea
          label="Why it may stand"
          name="explanation"
          hint="The authority reads it with the return."
          value={text}
          maxLength={500}
          onChange={setText}
          error={tried && empty ? 'Enter an explanation.' : undefined}
        />
        <div className={styles.buttons}>
          <Button size="small" shortcut="Esc" onClick={() => setText(undefined)}>
            Cancel
          </Button>
          <Button size="small" type="submit" loading={command.isPending}>
            Save the explanation
          </Button>
        </div>
      </Panelled>
    );
  }
  return (
    <div className={styles.explained}>
      {explanation ? (
        <span>
          <strong>Explained:</strong> {explanation.text}{' '}
          <span className={styles.muted}>({explanation.by})</span>
        </span>
      ) : null}
      {mayExplain ? (
        <span className={styles.buttons}>
          <Button size="small" variant="quiet" onClick={() => setText(explanation?.text ?? '')}>
            {explanation ? 'Edit' : 'Explain'}
          </Button>
          {explanation ? (
            <Button size="small" variant="quiet" loading={command.isPending} onClick={() => send(null)}>
              Take back
            </Button>
          ) : null}
        </span>
      ) : null}
    </div>
  );
}
