/** What stands for a detail that is no JSON any more: equal to nothing that was ever written. */
const UNREADABLE = '\u0000 unreadable';

/** A detail from its text in the database; text that somebody broke gives a value of its own instead of a failure. */
export function detailOf(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return `${UNREADABLE} ${text}`;
  }
}
