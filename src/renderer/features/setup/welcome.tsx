import type { ReactNode } from 'react';
import { Callout } from '../../ui/feedback/callout.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { JobProgress } from '../../ui/feedback/job-progress.tsx';
import { AuthorityIcon, NextIcon, SchoolIcon, ServerIcon, ShowIcon, type Icon } from '../../ui/icons.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { useDemonstration } from './use-demonstration.ts';
import { StepHeading } from './steps.tsx';
import styles from './setup.module.css';

interface Props {
  /** Somebody came back from one of the ways: the focus goes to the question again. */
  readonly returned: boolean;
  readonly onSchool: () => void;
  readonly onAuthority: () => void;
  readonly onJoin: () => void;
}

/** The first thing anybody sees: four ways to begin. */
export function Welcome({ returned, onSchool, onAuthority, onJoin }: Props) {
  const demonstration = useDemonstration();
  return (
    <div className={styles.welcome}>
      <PageHeader title="Welcome to First Day" />
      <p className={styles.lead}>
        First Day keeps one record of each exclusion, and makes the letter, the place for the first day, the
        register and the return from it.
      </p>
      {demonstration.busy ? (
        <section className={styles.loading} aria-label="Loading the demonstration">
          <StepHeading>Making the demonstration area</StepHeading>
          <JobProgress
            label={demonstration.text}
            fraction={demonstration.fraction}
            onCancel={demonstration.cancel}
            cancelling={demonstration.cancelling}
          />
        </section>
      ) : (
        <>
          {demonstration.error?.code === 'cancelled' ? (
            <Callout tone="info" title="Cancelled" live="status">
              Nothing was kept. You can begin in any way you like.
            </Callout>
          ) : demonstration.error ? (
            <ErrorCallout title="The demonstration was not loaded" error={demonstration.error} />
          ) : null}
          <StepHeading keepFocus={!returned && demonstration.error === null}>
            How would you like to begin?
          </StepHeading>
          <ul className={styles.choices}>
            <Choice icon={ShowIcon} title="Explore with a demonstration school" onClick={demonstration.start}>
              An invented area with a whole secondary school, its exclusions, places and returns. Ready in
              seconds; nothing in it is real, and nothing can go wrong.
            </Choice>
            <Choice icon={SchoolIcon} title="Set up my school" onClick={onSchool}>
              Find it in the national list, check your term dates and the times of your day. About five
              minutes.
            </Choice>
            <Choice icon={AuthorityIcon} title="Set up my authority" onClick={onAuthority}>
              Import your schools’ returns, see who has not sent one, and compare.
            </Choice>
            <Choice icon={ServerIcon} title="Join a shared database" onClick={onJoin}>
              Your school or area has one on a server, and you were given a file for it.
            </Choice>
          </ul>
        </>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly icon: Icon;
  readonly title: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Choice({ icon: IconOf, title, onClick, children }: ChoiceProps) {
  return (
    <li>
      <button type="button" className={styles.choice} onClick={onClick}>
        <IconOf size={28} stroke={1.5} aria-hidden="true" />
        <span className={styles.choiceWords}>
          <span className={styles.choiceTitle}>{title}</span>
          <span className={styles.choiceText}>{children}</span>
        </span>
        <NextIcon size={20} aria-hidden="true" />
      </button>
    </li>
  );
}
