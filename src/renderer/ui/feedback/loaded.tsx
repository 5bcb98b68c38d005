import type { ReactNode } from 'react';
import type { AppError } from '#shared/kernel/result.ts';
import { ErrorCallout } from './error-callout.tsx';
import { Skeleton } from './skeleton.tsx';

export interface LoadedProps<Value> {
  /** What `useOperation` gives (anything with react-query's data, error and refetch). */
  readonly query: {
    readonly data: Value | undefined;
    readonly error: Error | null;
    readonly refetch: () => unknown;
  };
  /** What is loaded, as it stands in a sentence: "the pupils". */
  readonly what: string;
  readonly children: (value: Value) => ReactNode;
}

/** Content that comes from an operation: quiet bars while it loads, the reason and a retry when it fails. */
export function Loaded<Value>({ query, what, children }: LoadedProps<Value>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (!query.error) return <Skeleton label={`Loading ${what}`} />;
  const retry = () => void query.refetch();
  return <ErrorCallout title={`Could not load ${what}`} error={appErrorOf(query.error)} onRetry={retry} />;
}

/** What main said, where the error carries it; else a sentence that fits any fault of the program. */
export function appErrorOf(error: Error): AppError {
  if ('error' in error && isAppError(error.error)) return error.error;
  return { code: 'internal', message: 'Something went wrong in this window. Nothing was changed.' };
}

function isAppError(value: unknown): value is AppError {
  return typeof value === 'object' && value !== null && 'code' in value && 'message' in value;
}
