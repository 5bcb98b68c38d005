/** Controls of terminals (escape sequences begin with one), and characters that turn the direction of a line about. */
// eslint-disable-next-line no-control-regex
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** One line of text for a terminal: what came out of somebody's file can neither colour, hide nor forge a line. */
export const terminalLine = (text: string): string =>
  text.replaceAll(/[\t\n]/g, ' ').replaceAll(UNSAFE, '\ufffd');

/** A value as JSON for a terminal or a program: the same value, with such characters written by their numbers. */
export const terminalJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replaceAll(
    UNSAFE,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
