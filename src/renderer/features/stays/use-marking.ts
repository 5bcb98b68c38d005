import { useState } from 'react';
import type { AppError } from '#shared/kernel/result.ts';
import { OperationError, useCommand } from '../../api/client.ts';
import { notify } from '../../ui/overlay/notify.tsx';
import type { Mark } from '../../ui/stays/types.ts';

interface Refused {
  /** The place that was marked alone; none for several at once. */
  readonly placeId: string | undefined;
  readonly error: AppError;
}

/** Marking what came of places, one or several at once; what follows from it is said. */
export function useMarking() {
  const { mutateAsync, isPending } = useCommand('stays.mark');
  const [refused, setRefused] = useState<Refused>();

  /** True when it was marked; a refusal stays in `refused`. Marks may be sent while others are under way. */
  const send = async (placeIds: readonly string[], mark: Mark, override?: string): Promise<boolean> => {
    if (placeIds.length === 0) return false;
    setRefused(undefined);
    try {
      const { tasks } = await mutateAsync({
        marks: placeIds.map((placeId) => ({ placeId, ...mark })),
        ...(override === undefined ? {} : { override: { reason: override } }),
      });
      if (tasks.length > 0)
        notify({ tone: 'info', title: 'To do now', text: `${sayTasks(tasks)}. It stands on Today.` });
      return true;
    } catch (failed) {
      if (!(failed instanceof OperationError)) throw failed;
      setRefused({ placeId: placeIds.length === 1 ? placeIds[0] : undefined, error: failed.error });
      return false;
    }
  };
  return { busy: isPending, refused, clear: () => setRefused(undefined), send };
}

/** How many tasks a message names. */
const NAMED = 2;

const sayTasks = (tasks: readonly string[]): string =>
  tasks.length > NAMED
    ? `${tasks.slice(0, NAMED).join('. ')}, and ${String(tasks.length - NAMED)} more`
    : tasks.join('. ');
