import type { SessionTime } from '#shared/domain/calendar/check-session-times.ts';
import type { FieldError } from '#shared/kernel/result.ts';
import { PromiseField } from '../../ui/calendar/promise-field.tsx';
import type { Promised } from '../../ui/calendar/promised.ts';
import { SessionTimesFields } from '../../ui/calendar/session-times-fields.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { StepHeading } from './steps.tsx';

interface Props {
  readonly times: readonly SessionTime[];
  readonly onTimes: (times: readonly SessionTime[]) => void;
  readonly promised: Promised;
  readonly onPromised: (promised: Promised) => void;
  readonly errors: readonly FieldError[];
}

/** When the two sessions of the day are, and what the area promises beyond the law. */
export function DayStep({ times, onTimes, promised, onPromised, errors }: Props) {
  return (
    <Stack gap={4}>
      <StepHeading>What is an ordinary day?</StepHeading>
      <Panel title="Sessions" context="Exclusions are counted in these two halves of the day.">
        <SessionTimesFields times={times} onChange={onTimes} errors={errors} />
      </Panel>
      <Panel title="Education from the first day">
        <PromiseField promised={promised} onChange={onPromised} />
      </Panel>
    </Stack>
  );
}
