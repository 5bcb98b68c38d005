/**
 * A cell that begins with one of these is run as a formula by spreadsheet programs, also when it came from a
 * pupil's name in somebody else's file (CSV injection). The wide forms count in East Asian settings.
 */
const TRIGGER = '[=+\\-@\\t\\r\\n\uff1d\uff0b\uff0d\uff20]';
// Any apostrophes before the trigger are part of the rule: without them "'=x" could not be told from a guarded "=x".
const NEEDS_GUARD = new RegExp(`^'*${TRIGGER}`);
const GUARDED = new RegExp(`^'+${TRIGGER}`);

/** Puts an apostrophe before text that a spreadsheet would run; `removeGuard` undoes exactly this. */
export const addGuard = (text: string): string => (NEEDS_GUARD.test(text) ? `'${text}` : text);

/** The text as it was before `addGuard`. */
export const removeGuard = (text: string): string =>
  text.startsWith("'") && GUARDED.test(text) ? text.slice(1) : text;
