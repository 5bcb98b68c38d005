import type { AppError } from '#shared/kernel/result.ts';
import { Button } from '../form/button.tsx';
import { useCurtain } from '../words/curtain.tsx';
import { Callout } from './callout.tsx';
import { ErrorCallout } from './error-callout.tsx';

interface VeiledErrorProps {
  /** What was not done: "Not marked". */
  readonly title: string;
  readonly error: AppError;
}

/** Why a step was refused, where the sentence names pupils: it waits behind the privacy curtain. */
export function VeiledError({ title, error }: VeiledErrorProps) {
  const { drawn, toggle } = useCurtain();
  if (!drawn) return <ErrorCallout title={title} error={error} />;
  return (
    <Callout
      tone="overdue"
      live="alert"
      title={title}
      actions={
        <Button size="small" onClick={toggle}>
          Show names
        </Button>
      }
    >
      The reason names pupils, and names are hidden now.
    </Callout>
  );
}
