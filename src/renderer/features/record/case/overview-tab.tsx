import { useMay } from '../../../api/use-may.ts';
import { Callout } from '../../../ui/feedback/callout.tsx';
import { Panel } from '../../../ui/layout/panel.tsx';
import { SplitLayout } from '../../../ui/layout/split-layout.tsx';
import { Stack } from '../../../ui/layout/stack.tsx';
import { SessionText } from '../../../ui/words/session-text.tsx';
import { useToday } from '../../../ui/words/today.tsx';
import { CaseSummary } from '../case-summary.tsx';
import { Education, Headline, Working } from '../consequences.tsx';
import { ExamsMissed } from '../exams-missed.tsx';
import { formOfCase, startOf } from '../form-state.ts';
import { TotalBars } from '../total-bars.tsx';
import { WorkedBefore } from '../worked-before.tsx';
import { ChainPanel } from './chain-panel.tsx';
import { ReturnPanel } from './return-panel.tsx';
import type { Case } from './types.ts';

/** The case itself, and what it means: dates, totals, education, how the days were counted. */
export function OverviewTab({ found }: { readonly found: Case }) {
  const today = useToday();
  const mayRecord = useMay('exclusions.record');
  const { row, preview, stopped } = found;
  const form = formOfCase(found);
  return (
    <SplitLayout
      kind="form"
      aside={
        <>
          <Panel title="What it means">
            <Stack gap={3}>
              <Headline kind={row.kind} start={startOf(form)} preview={preview} />
              <TotalBars preview={preview} />
            </Stack>
          </Panel>
          {row.kind === 'lunchtime' ? null : (
            <Panel title="Education must start">
              <Education preview={preview} />
            </Panel>
          )}
          {preview.working.length > 0 ? (
            <Panel title="How the days were counted">
              <Working kind={row.kind} preview={preview} />
            </Panel>
          ) : null}
          <ReturnPanel exclusionId={row.id} />
        </>
      }
    >
      {stopped === undefined ? null : (
        <Callout tone="held" title="Stopped before its end">
          From <SessionText {...stopped} /> on the sessions are given back and count nowhere. Those before it
          stay in every total.
        </Callout>
      )}
      <ExamsMissed exams={preview.examsMissed} issued />
      <Panel title="The case">
        <CaseSummary form={form} preview={preview} today={today} />
      </Panel>
      <WorkedBefore pupilId={row.pupilId} exclusionId={row.id} />
      <ChainPanel found={found} mayRecord={mayRecord} />
    </SplitLayout>
  );
}
