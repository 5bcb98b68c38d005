import { useState } from 'react';
import type { CaseEventType } from '#shared/domain/duties/types.ts';
import { useMay } from '../../../api/use-may.ts';
import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { HistoryIcon } from '../../../ui/icons.ts';
import { Panel } from '../../../ui/layout/panel.tsx';
import { SplitLayout } from '../../../ui/layout/split-layout.tsx';
import styles from './case.module.css';
import { EventEntry } from './event-entry.tsx';
import { StepPanel } from './step-panel.tsx';
import type { Case } from './types.ts';

interface CourseTabProps {
  readonly found: Case;
  /** What is about to be recorded, from the address. */
  readonly event: CaseEventType | undefined;
}

/** What happened in the case, in its order, and what may be recorded next. */
export function CourseTab({ found, event }: CourseTabProps) {
  const mayRecord = useMay('duties.fulfil');
  const [striking, setStriking] = useState<string>();
  const { row, draft, events } = found;
  return (
    <SplitLayout
      kind="form"
      aside={<StepPanel key={draft.version} found={found} event={event} mayRecord={mayRecord} />}
    >
      <Panel title="What happened" flush>
        {events.length === 0 ? (
          <EmptyState icon={HistoryIcon} title="Nothing has been recorded since it was issued">
            Representations, meetings, decisions and the return to school are recorded beside this list.
          </EmptyState>
        ) : (
          <ol className={styles.events}>
            {events.map((one) => (
              <EventEntry
                key={one.id}
                event={one}
                exclusionId={row.id}
                version={draft.version}
                mayStrike={mayRecord}
                striking={striking === one.id}
                onStrike={() => setStriking(one.id)}
                onClose={() => setStriking(undefined)}
              />
            ))}
          </ol>
        )}
      </Panel>
    </SplitLayout>
  );
}
