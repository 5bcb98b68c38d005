import { useState } from 'react';
import type { AppError, FieldError } from '#shared/kernel/result.ts';

export interface Tried {
  /** To be called when the form is sent; true when nothing is missing. */
  readonly attempt: () => boolean;
  /** What is missing once it was tried, or else what main refused. */
  readonly errors: readonly FieldError[];
  readonly errorOf: (path: string) => string | undefined;
}

/** What a form complains of: nothing before it was sent once. */
export function useTried(missing: readonly FieldError[], refused: AppError | undefined): Tried {
  const [tried, setTried] = useState(false);
  const errors = tried && missing.length > 0 ? missing : (refused?.fields ?? []);
  return {
    attempt: () => {
      setTried(true);
      return missing.length === 0;
    },
    errors,
    errorOf: (path) => errors.find((one) => one.path === path)?.message,
  };
}
