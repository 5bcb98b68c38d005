/** Where this PC remembers who decided last: a member of staff, never a pupil. */
const KEY = 'first-day.decided-by';

/** The name given last on this PC, or nothing. */
export const lastDecider = (): string => localStorage.getItem(KEY) ?? '';

export function rememberDecider(name: string): void {
  if (name.trim() !== '') localStorage.setItem(KEY, name.trim());
}
