import type { Session } from '#shared/domain/calendar/types.ts';
import type { ExclusionKind } from '#shared/domain/exclusions/types.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { appErrorOf } from '../../ui/feedback/loaded.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import type { Preview } from './form-problems.ts';
import styles from './record.module.css';
import { TotalBars } from './total-bars.tsx';
import { ExamsMissed } from './exams-missed.tsx';
import { WhatFollows } from './what-follows.tsx';
import { Education, Headline, Warnings, Working } from './consequences.tsx';

interface LivePanelProps {
  /** Missing while no pupil is chosen, or until the first answer is there. */
  readonly preview: Preview | undefined;
  readonly error: Error | null;
  readonly onRetry: () => void;
  /** The case is being checked, no longer typed. */
  readonly checking: boolean;
  readonly kind: ExclusionKind;
  readonly start: Session | undefined;
}

/** What the case on the left would mean, kept up to date while somebody types. */
export function LivePanel({ preview, error, onRetry, checking, kind, start }: LivePanelProps) {
  if (error !== null) {
    return (
      <ErrorCallout
        title="The consequences could not be worked out"
        error={appErrorOf(error)}
        onRetry={onRetry}
      />
    );
  }
  if (preview === undefined || preview.summary === '') {
    return (
      <Stack gap={4}>
        <Panel title="What it means">
          <p className={styles.empty}>
            {preview === undefined
              ? 'Choose a pupil: the sessions, the totals and the day education must start appear here.'
              : 'Enter the start and the length, or the last day out.'}
          </p>
        </Panel>
        {preview === undefined ? null : <Warnings preview={preview} checking={checking} />}
      </Stack>
    );
  }
  return (
    <Stack gap={4}>
      <Panel title="What it means">
        <Stack gap={3}>
          <div role="status">
            <Headline kind={kind} start={start} preview={preview} />
          </div>
          <TotalBars preview={preview} />
        </Stack>
      </Panel>
      {kind === 'lunchtime' ? null : (
        <Panel title="Education must start">
          <Education preview={preview} />
        </Panel>
      )}
      <ExamsMissed exams={preview.examsMissed} />
      <Warnings preview={preview} checking={checking} />
      <WhatFollows duties={preview.duties} />
      {preview.working.length > 0 ? (
        <Panel title="How the days were counted">
          <Working kind={kind} preview={preview} />
        </Panel>
      ) : null}
    </Stack>
  );
}
