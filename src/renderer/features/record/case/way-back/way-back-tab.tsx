import { useOperation } from '../../../../api/client.ts';
import { useMay } from '../../../../api/use-may.ts';
import { Callout } from '../../../../ui/feedback/callout.tsx';
import { EmptyState } from '../../../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../../../ui/feedback/loaded.tsx';
import { ReturnIcon } from '../../../../ui/icons.ts';
import { Panel } from '../../../../ui/layout/panel.tsx';
import { SplitLayout } from '../../../../ui/layout/split-layout.tsx';
import { useCurtain } from '../../../../ui/words/curtain.tsx';
import { WorkedList } from '../../worked-list.tsx';
import { MeetingPanel } from './meeting-panel.tsx';
import { ReportsPanel } from './reports-panel.tsx';
import { StepsPanel } from './steps-panel.tsx';
import type { WayBack } from './types.ts';

/** The way back after an exclusion: the meeting, what follows it, the provider's report, what worked before. */
export function WayBackTab({ exclusionId }: { readonly exclusionId: string }) {
  const wayBack = useOperation('reintegration.get', { exclusionId });
  return (
    <Loaded query={wayBack} what="the return">
      {(found) =>
        found.asksNothing === undefined ? (
          <Parts wayBack={found} />
        ) : (
          <Panel>
            <EmptyState icon={ReturnIcon} title="Nothing to do for a return">
              {found.asksNothing}
            </EmptyState>
          </Panel>
        )
      }
    </Loaded>
  );
}

function Parts({ wayBack }: { readonly wayBack: WayBack }) {
  const mayRecord = useMay('exclusions.record');
  const { drawn } = useCurtain();
  const { reports, earlier, warnings } = wayBack;
  return (
    <SplitLayout
      kind="form"
      aside={
        <>
          {reports === undefined ? null : <ReportsPanel reports={reports} />}
          {earlier.length === 0 ? null : (
            <Panel title="What worked before">
              <WorkedList worked={earlier} drawn={drawn} />
            </Panel>
          )}
        </>
      }
    >
      {warnings.map((text) => (
        <Callout key={text} tone="due" title="Look at the days">
          {text}
        </Callout>
      ))}
      <MeetingPanel wayBack={wayBack} mayRecord={mayRecord} />
      <StepsPanel wayBack={wayBack} mayRecord={mayRecord} />
    </SplitLayout>
  );
}
