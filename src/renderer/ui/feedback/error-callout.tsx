import type { AppError } from '#shared/kernel/result.ts';
import { Button } from '../form/button.tsx';
import { Callout } from './callout.tsx';

export interface ErrorCalloutProps {
  readonly error: AppError;
  /** What was not done: "The exclusion was not issued". */
  readonly title: string;
  readonly onRetry?: (() => void) | undefined;
}

/** An operation's refusal or failure, in its own words, with the way to try again and the reference for help. */
export function ErrorCallout({ error, title, onRetry }: ErrorCalloutProps) {
  return (
    <Callout
      tone="overdue"
      title={title}
      live="alert"
      actions={
        onRetry ? (
          <Button size="small" onClick={onRetry}>
            Try again
          </Button>
        ) : undefined
      }
    >
      {error.message}
      {error.reference ? ` Reference ${error.reference}.` : null}
    </Callout>
  );
}
