/** Where technical messages go. Never names, UPNs, dates of birth or file contents: see docs/decisions. */
export interface Log {
  error(message: string, error?: unknown): void;
  info(message: string): void;
}

/** Errors are reduced to their class, code and stack: messages of database errors can quote values. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  const cause = error.cause === undefined ? '' : `\ncaused by ${describeError(error.cause)}`;
  return `${error.name}${code}\n${frames.slice(0, 12).join('\n')}${cause}`;
}

export const silentLog: Log = { error: () => undefined, info: () => undefined };
