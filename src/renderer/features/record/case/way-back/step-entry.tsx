import { useState } from 'react';
import { StatusTag } from '../../../../ui/data/status-tag.tsx';
import { Button } from '../../../../ui/form/button.tsx';
import { CheckIcon } from '../../../../ui/icons.ts';
import { useCurtain } from '../../../../ui/words/curtain.tsx';
import { DateText } from '../../../../ui/words/date-text.tsx';
import { VisuallyHidden } from '../../../../ui/words/visually-hidden.tsx';
import styles from '../case.module.css';
import { StepDone } from './step-done.tsx';
import { StepRemove } from './step-remove.tsx';
import type { WayBackStep } from './types.ts';

interface StepEntryProps {
  readonly step: WayBackStep;
  readonly mayRecord: boolean;
}

/** One thing that follows: where it stands, who, when, and what came of it. */
export function StepEntry({ step, mayRecord }: StepEntryProps) {
  const { drawn } = useCurtain();
  const [open, setOpen] = useState<'done' | 'remove'>();
  const close = () => setOpen(undefined);
  const { title, who, from, dueOn, detail, doneOn, outcome } = step;
  return (
    <li className={styles.duty}>
      <div className={styles.dutyHead}>
        <span className={styles.dutyState}>
          <StepTag step={step} />
        </span>
        <div className={styles.dutyWords}>
          <p className={styles.dutyTitle}>{title}</p>
          <p className={styles.dutyDue}>
            {from === undefined ? null : (
              <>
                <DateText date={from} /> to{' '}
              </>
            )}
            <DateText date={dueOn} /> · {who}
          </p>
          {detail === undefined ? null : <p className={styles.account}>{drawn ? '…' : detail}</p>}
          {doneOn === undefined ? null : (
            <p className={styles.fulfilled}>
              Done <DateText date={doneOn} />: {drawn ? '…' : outcome}
            </p>
          )}
        </div>
        {mayRecord ? (
          <div className={styles.stepActions}>
            {doneOn === undefined ? (
              <Button
                size="small"
                icon={CheckIcon}
                expanded={open === 'done'}
                onClick={() => setOpen(open === 'done' ? undefined : 'done')}
              >
                {step.kind === 'part-time' ? 'Review' : 'Note as done'}
                <VisuallyHidden>: {title}</VisuallyHidden>
              </Button>
            ) : null}
            <Button
              size="small"
              variant="quiet"
              expanded={open === 'remove'}
              onClick={() => setOpen(open === 'remove' ? undefined : 'remove')}
            >
              Take away<VisuallyHidden>: {title}</VisuallyHidden>
            </Button>
          </div>
        ) : null}
      </div>
      {open === 'done' && doneOn === undefined ? <StepDone step={step} onClose={close} /> : null}
      {open === 'remove' ? <StepRemove step={step} onClose={close} /> : null}
    </li>
  );
}

function StepTag({ step: { state } }: { readonly step: WayBackStep }) {
  if (state === 'done') return <StatusTag tone="done">Done</StatusTag>;
  if (state === 'overdue') return <StatusTag tone="overdue">Overdue</StatusTag>;
  if (state === 'due') return <StatusTag tone="due">Due today</StatusTag>;
  return <StatusTag tone="info">To come</StatusTag>;
}
