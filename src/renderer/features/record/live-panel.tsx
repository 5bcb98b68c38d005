import { Callout } from '../../ui/feedback/callout.tsx';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { WorkingList } from '../../ui/data/working-list.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { appErrorOf } from '../../ui/feedback/loaded.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import type { Preview } from './form-problems.ts';
import styles from './record.module.css';
import { TotalBars } from './total-bars.tsx';

interface LivePanelProps {
  /** Missing while no pupil is chosen, or until the first answer is there. */
  readonly preview: Preview | undefined;
  readonly error: Error | null;
  readonly onRetry: () => void;
  readonly permanent: boolean;
}

/** What the case on the left would mean, kept up to date while somebody types. */
export function LivePanel({ preview, error, onRetry, permanent }: LivePanelProps) {
  if (error !== null) {
    return (
      <ErrorCallout
        title="The consequences could not be worked out"
        error={appErrorOf(error)}
        onRetry={onRetry}
      />
    );
  }
  const warnings = (preview?.problems ?? []).filter(({ severity }) => severity === 'warning');
  const counted = preview !== undefined && preview.summary !== '';
  return (
    <Stack gap={4}>
      {warnings.length === 0 ? null : (
        <Stack gap={2}>
          {warnings.map(({ message }) => (
            <Callout key={message} tone="due">
              {message}
            </Callout>
          ))}
        </Stack>
      )}
      <Panel title="Days out">
        {counted ? (
          <Stack gap={2}>
            {preview.working.length > 0 ? <WorkingList lines={preview.working} /> : null}
            <div role="status">
              <Text strong={!permanent}>{preview.summary}</Text>
            </div>
          </Stack>
        ) : (
          <p className={styles.empty}>
            {preview === undefined
              ? 'Choose a pupil: the sessions, the totals and the day education must start appear here.'
              : 'Enter the start and the length, or the last day out.'}
          </p>
        )}
      </Panel>
      {preview?.year ? (
        <Panel title="Totals with this one">
          <TotalBars preview={preview} />
        </Panel>
      ) : null}
      {counted ? (
        <Panel title="Education must start">
          <Education preview={preview} />
        </Panel>
      ) : null}
    </Stack>
  );
}

/** The legal day and the area's promise, apart: the one binds, the other is what the area holds itself to. */
export function Education({ preview }: { readonly preview: Preview }) {
  const { law, promise } = preview.educationDue;
  return (
    <ul className={styles.duties}>
      <li>
        <StatusTag tone={law ? 'due' : 'closed'}>By law</StatusTag>
        <span>{law ? law.text : 'Too short for the legal duty to begin. Work is to be set and marked.'}</span>
      </li>
      {promise ? (
        <li>
          <StatusTag tone="info">Promise</StatusTag>
          <span>{promise.text}</span>
        </li>
      ) : null}
    </ul>
  );
}
