import type { FileProblem, Result } from '#shared/kernel/result.ts';
import { refuse } from '#shared/kernel/result.ts';

/** Problems that a caller treats apart from the others (e.g. offers to keep the UPN as it is). */
export type ProblemCode = 'upn-check-letter' | 'encoding';

/** A `FileProblem` with, for some, a code a program can act on. */
export interface ImportProblem extends FileProblem {
  readonly code?: ProblemCode;
}

/** How a long read is watched and stopped; polled between pieces of the file. */
export interface ReadWatch {
  readonly cancelled?: () => boolean;
  readonly progress?: (bytesRead: number, bytesTotal: number) => void;
}

/** After this many errors reading stops: the list is for a person to work through. */
export const MAX_ERRORS = 100;

const MAX_WARNINGS = 500;
const MAX_VALUE_LENGTH = 120;

/** A value as quoted in a problem: control characters made visible, at most 120 characters. */
function shorten(value: string): string {
  // eslint-disable-next-line no-control-regex
  const visible = value.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
  const letters = Array.from(visible);
  return letters.length <= MAX_VALUE_LENGTH ? visible : `${letters.slice(0, MAX_VALUE_LENGTH - 1).join('')}…`;
}

/** What readers know about one problem; absent parts may be given as undefined. */
export interface ProblemParts {
  readonly line?: number | undefined;
  readonly element?: string | undefined;
  readonly value?: string | undefined;
  readonly rule?: string | undefined;
  readonly message: string;
  readonly remedy: string;
  readonly code?: ProblemCode | undefined;
}

/** Builds a problem, leaving out what is unknown and shortening the value. */
export function problem(severity: 'error' | 'warning', parts: ProblemParts): ImportProblem {
  return {
    severity,
    ...(parts.line === undefined ? {} : { line: parts.line }),
    ...(parts.element === undefined ? {} : { element: parts.element }),
    ...(parts.value === undefined ? {} : { value: shorten(parts.value) }),
    ...(parts.rule === undefined ? {} : { rule: parts.rule }),
    message: parts.message,
    remedy: parts.remedy,
    ...(parts.code === undefined ? {} : { code: parts.code }),
  };
}

/** The problems met while one file is read. */
export interface ProblemList {
  error(parts: ProblemParts): void;
  warning(parts: ProblemParts): void;
  /** True once enough errors are listed: the reader stops. */
  full(): boolean;
  errorCount(): number;
  warnings(): readonly ImportProblem[];
  all(): readonly ImportProblem[];
}

export function createProblemList(): ProblemList {
  const errors: ImportProblem[] = [];
  const warnings: ImportProblem[] = [];
  let unlisted = 0;
  const listedWarnings = (): readonly ImportProblem[] =>
    unlisted === 0
      ? warnings
      : [
          ...warnings,
          problem('warning', {
            message: `${String(unlisted)} more warnings of this file are not listed.`,
            remedy: 'Deal with the ones above first, then read the file again.',
          }),
        ];
  return {
    error: (parts) => {
      if (errors.length < MAX_ERRORS) errors.push(problem('error', parts));
    },
    warning: (parts) => {
      if (warnings.length < MAX_WARNINGS) warnings.push(problem('warning', parts));
      else unlisted += 1;
    },
    full: () => errors.length >= MAX_ERRORS,
    errorCount: () => errors.length,
    warnings: listedWarnings,
    all: () => [...errors, ...listedWarnings()].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  };
}

/** Refuses the whole file: all or nothing, so that nobody has to guess which half was loaded. */
export function refuseFile(problems: readonly ImportProblem[]): Result<never> {
  const errors = problems.filter((one) => one.severity === 'error').length;
  const count =
    errors >= MAX_ERRORS ? `at least ${String(MAX_ERRORS)} problems` : `${String(errors)} problems`;
  const found = errors === 1 ? '1 problem' : count;
  return refuse(
    'unreadable-file',
    `The file was not read: ${found} found. Nothing was changed. Put right what is listed and choose the file again.`,
    { problems },
  );
}

/** Refuses the file for one reason. */
export const refuseFor = (parts: ProblemParts): Result<never> => refuseFile([problem('error', parts)]);

/** The answer when the person stopped the reading. */
export const refuseCancelled = (): Result<never> =>
  refuse('cancelled', 'Reading the file was stopped. Nothing was changed.');

/** Refuses to write a return, for values that the format cannot hold. */
export const refuseWriting = (problems: readonly ImportProblem[]): Result<never> =>
  refuse('refused', 'Nothing was written: some values do not fit the layout of the return.', { problems });
