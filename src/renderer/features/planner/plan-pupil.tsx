import { memo } from 'react';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { ItineraryIcon } from '../../ui/icons.ts';
import { TextLink } from '../../ui/layout/links.tsx';
import { classes } from '../../ui/theme/classes.ts';
import { useCurtain } from '../../ui/words/curtain.tsx';
import { PersonName, usePersonName } from '../../ui/words/person-name.tsx';
import { coveredOf, groupWithout, saySpan, type PlannedPupil } from './plan-view.ts';
import styles from './planner.module.css';

interface PlanPupilProps {
  readonly pupil: PlannedPupil;
  readonly showSchool: boolean;
  /** The pupil's places are booked with the plan. */
  readonly taken: boolean;
  readonly onToggle: (exclusionId: string) => void;
}

/** One pupil of the plan. A plan may have hundreds; each is drawn again only when it changes. */
export const PlanPupil = memo(function PlanPupil({ pupil, showSchool, taken, onToggle }: PlanPupilProps) {
  const { exclusionId, name, form, schoolName, title, inCare, wanted, runs, without } = pupil;
  const personName = usePersonName();
  const covered = coveredOf(pupil);
  return (
    <li className={classes(styles.pupil, !taken && styles.leftOut)}>
      <div className={styles.who}>
        <span className={styles.check}>
          {runs.length > 0 ? (
            <input
              type="checkbox"
              checked={taken}
              aria-label={`Book for ${personName(name)}`}
              onChange={() => onToggle(exclusionId)}
            />
          ) : null}
        </span>
        <span>
          <TextLink to="/places" search={{ exclusion: exclusionId }}>
            <PersonName name={name} />
          </TextLink>
          {form ? <span className={styles.quiet}> {form}</span> : null}
          <span className={styles.detail}>{showSchool ? `${schoolName} · ${title}` : title}</span>
          <span className={styles.tags}>
            <StatusTag tone={covered === wanted ? 'done' : 'overdue'}>
              {`${String(covered)} of ${String(wanted)} covered`}
            </StatusTag>
            {inCare ? <StatusTag tone="info">Looked after</StatusTag> : null}
          </span>
        </span>
      </div>
      <div className={styles.got}>
        {runs.map((run) => (
          <div key={`${run.providerId} ${saySpan(run.sessions)}`} className={styles.run}>
            <StatusTag tone="held" icon={ItineraryIcon}>
              {run.providerName}
            </StatusTag>
            <span className={styles.span}>{saySpan(run.sessions)}</span>
            <p className={styles.detail}>{run.why}</p>
          </div>
        ))}
        <Without without={without} />
      </div>
    </li>
  );
});

/** Sessions left without, which rules stand against them, and what one change would free. */
function Without({ without }: Pick<PlannedPupil, 'without'>) {
  const { drawn } = useCurtain();
  return groupWithout(without).map(({ sessions, why, wouldFree }) => (
    <div key={saySpan(sessions)} className={styles.run}>
      <StatusTag tone="overdue">NO PLACE</StatusTag>
      <span className={styles.span}>{saySpan(sessions)}</span>
      {drawn ? (
        <p className={styles.detail}>The reasons may name pupils, and names are hidden now.</p>
      ) : (
        <>
          <ul className={styles.reasons}>
            {why.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
          {wouldFree.length > 0 ? (
            <div className={styles.free}>
              <strong>One change would free it:</strong>
              <ul className={styles.reasons}>
                {wouldFree.map((change) => (
                  <li key={change}>{change}</li>
                ))}
              </ul>
            </div>
          ) : (
            <p className={styles.detail}>No single change would free it.</p>
          )}
        </>
      )}
    </div>
  ));
}
