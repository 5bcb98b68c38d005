import { useState } from 'react';
import { EmptyState } from '../../../../ui/feedback/empty-state.tsx';
import { Button } from '../../../../ui/form/button.tsx';
import { AddIcon, CalendarIcon } from '../../../../ui/icons.ts';
import { Panel } from '../../../../ui/layout/panel.tsx';
import styles from '../case.module.css';
import { LooksForm } from './looks-form.tsx';
import { StepEntry } from './step-entry.tsx';
import { StepForm } from './step-form.tsx';
import type { WayBack } from './types.ts';

interface StepsPanelProps {
  readonly wayBack: WayBack;
  readonly mayRecord: boolean;
}

/** Who looks in after one and four school weeks, a part-time return with its end, a restorative meeting. */
export function StepsPanel({ wayBack, mayRecord }: StepsPanelProps) {
  const [open, setOpen] = useState<'looks' | 'step'>();
  const close = () => setOpen(undefined);
  const toOpen = (what: 'looks' | 'step') => () => setOpen(open === what ? undefined : what);
  const { exclusionId, steps, firstDayBack } = wayBack;
  const looks = steps.filter(({ kind }) => kind === 'one-week' || kind === 'four-weeks');
  const looksDone = looks.length === 2 && looks.every(({ state }) => state === 'done');
  return (
    <Panel
      title="What follows"
      context="Who looks in after one and four school weeks, and what else is agreed"
      actions={
        mayRecord ? (
          <>
            {looksDone ? null : (
              <Button size="small" icon={CalendarIcon} expanded={open === 'looks'} onClick={toOpen('looks')}>
                {looks.length === 0 ? 'Who looks in' : 'Somebody else looks in'}
              </Button>
            )}
            <Button size="small" icon={AddIcon} expanded={open === 'step'} onClick={toOpen('step')}>
              Add
            </Button>
          </>
        ) : undefined
      }
      flush
    >
      {open === 'looks' ? (
        <div className={styles.inset}>
          <LooksForm exclusionId={exclusionId} firstDayBack={firstDayBack} onClose={close} />
        </div>
      ) : null}
      {open === 'step' ? (
        <div className={styles.inset}>
          <StepForm exclusionId={exclusionId} firstDayBack={firstDayBack} onClose={close} />
        </div>
      ) : null}
      {steps.length === 0 ? (
        <EmptyState icon={CalendarIcon} title="Nothing is agreed for after the return yet">
          Say who looks in: the days follow from the first day back and stand on Today when they come.
        </EmptyState>
      ) : (
        <ul className={styles.duties}>
          {steps.map((step) => (
            <StepEntry key={step.id} step={step} mayRecord={mayRecord} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
