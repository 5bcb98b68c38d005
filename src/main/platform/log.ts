/** Where technical messages go. Never names, UPNs, dates of birth or file contents: see docs/decisions. */
export interface Log {
  error(message: string, error?: unknown): void;
  info(message: string): void;
}

/** A line of a stack ends where in a file it is, or says that it is not in one: a message that has lines too has no such. */
const FRAME = /^ {4}at .+(?::\d+:\d+|native|<anonymous>|\(index \d+\))\)?$/;

/** Names and codes that programs give are words; a text that somebody put there is left out. */
const word = (text: unknown): string => (/^[\w:.-]{1,60}$/.test(String(text)) ? String(text) : 'unnamed');

/** Errors are reduced to their class, code and stack: messages of database errors can quote values. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error ? ` ${word(error.code)}` : '';
  // The stack begins with the message, however many lines that has.
  const stack = (error.stack ?? '').replace(error.message, '');
  const frames = stack.split('\n').filter((line) => FRAME.test(line));
  const cause = error.cause === undefined ? '' : `\ncaused by ${describeError(error.cause)}`;
  return `${word(error.name)}${code}\n${frames.slice(0, 12).join('\n')}${cause}`;
}

export const silentLog: Log = { error: () => undefined, info: () => undefined };
