import { useEffect, useRef } from 'react';
import type { AppError } from '#shared/kernel/result.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { useHotkey } from '../../ui/hooks/use-hotkey.ts';
import { BackIcon, CheckIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { CaseSummary } from './case-summary.tsx';
import type { Preview } from './form-problems.ts';
import type { RecordForm } from './form-state.ts';
import styles from './record.module.css';

interface CheckPanelProps {
  readonly form: RecordForm;
  readonly preview: Preview;
  readonly today: string;
  readonly error: AppError | undefined;
  readonly issuing: boolean;
  readonly onBack: () => void;
  readonly onIssue: () => void;
}

/** The last look before it binds: everything in words; what follows from it stands beside it. */
export function CheckPanel({ form, preview, today, error, issuing, onBack, onIssue }: CheckPanelProps) {
  const start = useRef<HTMLDivElement>(null);
  useEffect(() => {
    start.current?.focus({ preventScroll: true });
    start.current?.scrollIntoView({ block: 'start' });
  }, []);
  useHotkey('Ctrl+Enter', onIssue, { enabled: !issuing, description: 'Issue the exclusion' });
  useHotkey('Escape', onBack, { enabled: !issuing });
  return (
    <div ref={start} tabIndex={-1} className={styles.check} role="group" aria-label="Check before you issue">
      <Stack gap={4}>
        {error ? <ErrorCallout title="Not issued" error={error} /> : null}
        <Panel
          title="Check before you issue"
          context="From the moment you issue it, it counts. Until then it is a draft."
          footer={
            <>
              {' '}
              <Button icon={BackIcon} onClick={onBack} shortcut="Esc">
                Back to the form
              </Button>
              <Button
                variant="primary"
                icon={CheckIcon}
                onClick={onIssue}
                loading={issuing}
                shortcut="Ctrl+Enter"
              >
                Issue {preview.ruleSet.noun}
              </Button>
            </>
          }
        >
          <CaseSummary form={form} preview={preview} today={today} />
        </Panel>
      </Stack>
    </div>
  );
}
