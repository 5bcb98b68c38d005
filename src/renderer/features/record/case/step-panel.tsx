import { useState } from 'react';
import type { CaseEventType } from '#shared/domain/duties/types.ts';
import { useMay } from '../../../api/use-may.ts';
import { Button } from '../../../ui/form/button.tsx';
import { RecordCheckIcon } from '../../../ui/icons.ts';
import { Panel } from '../../../ui/layout/panel.tsx';
import { Text } from '../../../ui/layout/text.tsx';
import { plural } from '../../../ui/words/format.ts';
import { Disclosure } from '../../../ui/layout/disclosure.tsx';
import styles from './case.module.css';
import { RecordEvent } from './record-event.tsx';
import { TakeBack } from './take-back.tsx';
import type { Case, Step } from './types.ts';

interface StepPanelProps {
  readonly found: Case;
  readonly event: CaseEventType | undefined;
  readonly mayRecord: boolean;
}

/** Taken back by the head: done by an operation of its own, which gives half days back. */
const isTakenBack = ({ event }: Step): boolean => event === 'cancelled' || event === 'withdrawn';

/** What may be recorded now; what may not stands with its reason. */
export function StepPanel({ found, event, mayRecord }: StepPanelProps) {
  const mayDecide = useMay('exclusions.decide');
  const [chosen, setChosen] = useState<CaseEventType | undefined>(event);
  const { steps } = found;
  const allowed = steps.filter((step) => step.allowed);
  const barred = steps.filter((step) => !step.allowed);
  const step = allowed.find((one) => one.event === chosen);
  const close = () => setChosen(undefined);
  if (!mayRecord) return null;
  return (
    <>
      <Panel title="Record what happened">
        {allowed.length === 0 ? <Text muted>Nothing more can be recorded in this case.</Text> : null}
        <ul className={styles.stepList}>
          {allowed.map((one) => {
            const headOnly = one.decides && !mayDecide;
            return (
              <li key={one.event}>
                <Button
                  icon={RecordCheckIcon}
                  expanded={one.event === chosen}
                  disabled={headOnly}
                  disabledReason="Only the head, or an acting head, does this."
                  onClick={() => setChosen(one.event)}
                >
                  {one.label}
                </Button>
                {one === step && !headOnly ? (
                  isTakenBack(one) ? (
                    <TakeBack found={found} step={one} onClose={close} />
                  ) : (
                    <RecordEvent found={found} step={one} onClose={close} />
                  )
                ) : null}
              </li>
            );
          })}
        </ul>
      </Panel>
      {barred.length === 0 ? null : (
        <Panel>
          <Disclosure
            summary={`${plural(barred.length, 'step')} not possible now, and why`}
            open={barred.some((one) => one.event === event)}
          >
            <dl className={styles.barred}>
              {barred.map(({ event: type, label, why }) => (
                <div key={type}>
                  <dt>{label}</dt>
                  <dd>{why}</dd>
                </div>
              ))}
            </dl>
          </Disclosure>
        </Panel>
      )}
    </>
  );
}
