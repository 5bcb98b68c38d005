import { useEffect, useRef, type ReactNode } from 'react';
import { CheckIcon } from '../../ui/icons.ts';
import { classes } from '../../ui/theme/classes.ts';
import { VisuallyHidden } from '../../ui/words/visually-hidden.tsx';
import styles from './setup.module.css';

export const STEPS = ['school', 'calendar', 'day', 'person', 'check'] as const;

export type Step = (typeof STEPS)[number];

const stepNames: Readonly<Record<Step, string>> = {
  school: 'Your school',
  calendar: 'Terms and closed days',
  day: 'The school day',
  person: 'You',
  check: 'Check and finish',
};

/** Which step this is, of how many, and what is done. */
export function StepList({ step }: { readonly step: Step }) {
  const at = STEPS.indexOf(step);
  return (
    <ol className={styles.steps} aria-label="Steps">
      {STEPS.map((name, index) => (
        <li
          key={name}
          className={classes(styles.step, index === at && styles.stepNow, index < at && styles.stepDone)}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className={styles.stepNumber}>
            {index < at ? <CheckIcon size={14} aria-hidden="true" /> : index + 1}
          </span>
          {stepNames[name]}
          {index < at ? <VisuallyHidden> (done)</VisuallyHidden> : null}
        </li>
      ))}
    </ol>
  );
}

interface StepHeadingProps {
  /** Leave the focus to a field of the step that asks for it. */
  readonly keepFocus?: boolean;
  readonly children: ReactNode;
}

/** The heading of a step. Takes the focus when the step comes, so that reading and typing go on from there. */
export function StepHeading({ children, keepFocus = false }: StepHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.closest('main')?.scrollTo({ top: 0 });
    if (!keepFocus) heading.current?.focus({ preventScroll: true });
  }, [keepFocus]);
  return (
    <h2 ref={heading} tabIndex={-1} className={styles.stepHeading}>
      {children}
    </h2>
  );
}
