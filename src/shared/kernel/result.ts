/** A problem with one field of a form, e.g. `{ path: 'startDate', message: 'Enter a school day.' }`. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

/**
 * One thing wrong in a file somebody gave us: where it is, what was there, and what to do about it.
 * `line` counts from 1; `element` is an XML path or a CSV column name; `value` is quoted as found
 * (shortened to 120 characters).
 */
export interface FileProblem {
  readonly severity: 'error' | 'warning';
  readonly line?: number;
  readonly element?: string;
  readonly value?: string;
  /** Number of the check, as docs/returns.md has it, where it has one. */
  readonly rule?: string;
  readonly message: string;
  readonly remedy: string;
}

/** Codes are for programs, sentences are for people. A new code needs a reader who treats it differently. */
export type ErrorCode =
  | 'unknown-operation'
  | 'not-permitted'
  /** Nobody has signed in, or the window is locked. */
  | 'signed-out'
  /** The database is not open: its key is missing, it is damaged, or it is being replaced. */
  | 'not-open'
  | 'invalid-input'
  | 'not-found'
  | 'not-set-up'
  | 'conflict'
  | 'place-full'
  | 'refused'
  | 'busy'
  /** The server of a shared database cannot be reached, or did not say what became of a command. */
  | 'unreachable'
  | 'unreadable-file'
  | 'cancelled'
  | 'internal';

/** An expected failure: a sentence for the user and, where they help, the fields or places it concerns. */
export interface AppError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly fields?: readonly FieldError[];
  readonly problems?: readonly FileProblem[];
  /** Given for `internal` errors, so that the log entry can be found. */
  readonly reference?: string;
}

export type Result<T, E = AppError> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

export const fail = (error: AppError): Result<never> => ({ ok: false, error });

/** Short form of `fail` for the usual case of a code and a sentence. */
export const refuse = (
  code: ErrorCode,
  message: string,
  more: Pick<AppError, 'fields' | 'problems'> = {},
): Result<never> => fail({ code, message, ...more });
