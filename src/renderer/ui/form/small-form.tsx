import type { ReactNode, Ref } from 'react';
import type { AppError, FieldError } from '#shared/kernel/result.ts';
import { ErrorCallout } from '../feedback/error-callout.tsx';
import { Stack } from '../layout/stack.tsx';
import { ErrorSummary } from './error-summary.tsx';

interface SmallFormProps {
  readonly errors: readonly FieldError[];
  /** A refusal that names no field, and what did not happen by it: "Not saved". */
  readonly refused: AppError | undefined;
  readonly refusedTitle: string;
  readonly onSubmit: () => void;
  readonly ref?: Ref<HTMLFormElement> | undefined;
  readonly children: ReactNode;
}

/** A few fields in a panel: what is wrong at the top, Enter sends. */
export function SmallForm({ errors, refused, refusedTitle, onSubmit, ref, children }: SmallFormProps) {
  return (
    <form
      ref={ref}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Stack gap={3}>
        <ErrorSummary errors={errors} />
        {refused && errors.length === 0 ? <ErrorCallout title={refusedTitle} error={refused} /> : null}
        {children}
      </Stack>
    </form>
  );
}
