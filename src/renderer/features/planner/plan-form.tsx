import { useState } from 'react';
import type { FieldError } from '#shared/kernel/result.ts';
import { Button } from '../../ui/form/button.tsx';
import { NumberField } from '../../ui/form/number-field.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { ItineraryIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import type { PlanOptions } from './use-plan.ts';
import styles from './planner.module.css';

interface PlanFormProps {
  readonly making: boolean;
  readonly planned: boolean;
  readonly onMake: (options: PlanOptions) => void;
}

/** What is planned: for whom, how far ahead, and how long may be searched. */
export function PlanForm({ making, planned, onMake }: PlanFormProps) {
  const [scope, setScope] = useState<PlanOptions['scope']>('school');
  const [days, setDays] = useState<number | null>(10);
  const [seconds, setSeconds] = useState<number | null>(30);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const errorOf = (path: string) => errors.find((one) => one.path === path)?.message;
  const submit = () => {
    const [ahead, atMost] = [wholeUpTo(days, 20), wholeUpTo(seconds, 120)];
    setErrors([
      ...(ahead === undefined ? [{ path: 'days', message: 'Enter 1 to 20 school days.' }] : []),
      ...(atMost === undefined ? [{ path: 'seconds', message: 'Enter 1 to 120 seconds.' }] : []),
    ]);
    if (ahead !== undefined && atMost !== undefined && !making)
      onMake({ scope, days: ahead, seconds: atMost });
  };
  return (
    <Panel>
      <SmallForm errors={errors} refused={undefined} refusedTitle="No plan was made" onSubmit={submit}>
        <div className={styles.options}>
          <SegmentedChoice
            label="Pupils of"
            name="scope"
            value={scope}
            onChange={setScope}
            options={[
              { value: 'school', label: 'This school' },
              { value: 'area', label: 'The whole area' },
            ]}
          />
          <NumberField
            label="School days ahead"
            name="days"
            min={1}
            max={20}
            value={days}
            onChange={setDays}
            error={errorOf('days')}
          />
          <NumberField
            label="Search at most"
            name="seconds"
            suffix="seconds"
            min={1}
            max={120}
            value={seconds}
            onChange={setSeconds}
            error={errorOf('seconds')}
          />
          <span className={styles.make}>
            <Button
              type="submit"
              icon={ItineraryIcon}
              variant={planned ? 'secondary' : 'primary'}
              loading={making}
            >
              {planned ? 'Plan again' : 'Make a plan'}
            </Button>
          </span>
        </div>
      </SmallForm>
    </Panel>
  );
}

/** The number, when it is whole and from 1 to `most`. */
const wholeUpTo = (value: number | null, most: number): number | undefined =>
  value !== null && Number.isInteger(value) && value >= 1 && value <= most ? value : undefined;
