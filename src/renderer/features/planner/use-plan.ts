import { useState } from 'react';
import type { ParsedInput } from '#shared/contract/contract.ts';
import type { AppError } from '#shared/kernel/result.ts';
import { useCommand } from '../../api/client.ts';
import { useJob } from '../../api/use-job.ts';
import { notify } from '../../ui/overlay/notify.tsx';
import { plural } from '../../ui/words/format.ts';
import { acceptedRuns, countRuns, type Plan } from './plan-view.ts';

const LONG_WORK = ['planner.plan'] as const;

export type PlanOptions = ParsedInput<'planner.plan'>;

/** One plan from asking for it to booking it. Nothing is booked until it is accepted. */
export function usePlan() {
  const make = useCommand('planner.plan');
  const acceptance = useCommand('planner.accept');
  const [made, setMade] = useState<{ readonly plan: Plan; readonly options: PlanOptions }>();
  const plan = made?.plan;
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [error, setError] = useState<AppError>();
  const [refused, setRefused] = useState<AppError>();
  const { job, cancelling, cancel } = useJob(LONG_WORK, make.isPending);
  const runs = plan ? acceptedRuns(plan, leftOut) : [];

  return {
    plan,
    leftOut,
    /** Why no plan was made. */
    error,
    /** Why the plan was not booked, with what changed meanwhile. */
    refused,
    making: make.isPending,
    job,
    cancelling,
    cancel,
    make: (options: PlanOptions) => {
      setError(undefined);
      setRefused(undefined);
      setMade(undefined);
      setLeftOut(new Set());
      make.mutate(options, {
        onSuccess: (found) => setMade({ plan: found, options }),
        onError: ({ error: why }) => {
          if (why.code !== 'cancelled') setError(why);
        },
      });
    },
    toggle: (exclusionId: string) =>
      setLeftOut((was) => {
        const next = new Set(was);
        if (!next.delete(exclusionId)) next.add(exclusionId);
        return next;
      }),
    /** What accepting would book now. */
    counts: countRuns(runs),
    accepting: acceptance.isPending,
    accept: (then: () => void) => {
      if (!made || runs.length === 0) return;
      const { scope, days } = made.options;
      setRefused(undefined);
      acceptance.mutate(
        { scope, days, basis: [...made.plan.basis], runs },
        {
          onSuccess: ({ places, placements }) => {
            setMade(undefined);
            notify({
              title: `${plural(places, 'place')} booked`,
              text: `${plural(placements, 'stay')}, as planned. They stand on the board.`,
            });
          },
          onError: ({ error: why }) => setRefused(why),
          onSettled: then,
        },
      );
    },
  };
}

type Planning = ReturnType<typeof usePlan>;
