import { useState } from 'react';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { DoneIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { plural } from '../../ui/words/format.ts';
import { PlanPupil } from './plan-pupil.tsx';
import type { Plan } from './plan-view.ts';
import styles from './planner.module.css';

interface PlanPupilsProps {
  readonly plan: Plan;
  readonly leftOut: ReadonlySet<string>;
  readonly onToggle: (exclusionId: string) => void;
}

/** Every pupil of the plan, in the order of urgency: what each got and why, or what left them without. */
export function PlanPupils({ plan, leftOut, onToggle }: PlanPupilsProps) {
  const [lacking, setLacking] = useState(false);
  const without = plan.pupils.filter((pupil) => pupil.without.length > 0);
  const shown = lacking ? without : plan.pupils;
  const schools = new Set(plan.pupils.map(({ schoolName }) => schoolName)).size > 1;
  return (
    <Panel
      title="Pupil by pupil"
      context="Most urgent first"
      actions={
        without.length > 0 ? (
          <CheckboxField
            label={`Only the ${plural(without.length, 'pupil')} left without a place for some session`}
            checked={lacking}
            onChange={setLacking}
          />
        ) : undefined
      }
      flush
    >
      {shown.length === 0 ? (
        <EmptyState icon={DoneIcon} title="Nobody is left without" />
      ) : (
        <ol className={styles.pupils}>
          {shown.map((pupil) => (
            <PlanPupil
              key={pupil.exclusionId}
              pupil={pupil}
              showSchool={schools}
              taken={!leftOut.has(pupil.exclusionId)}
              onToggle={onToggle}
            />
          ))}
        </ol>
      )}
    </Panel>
  );
}
