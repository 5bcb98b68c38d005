/** Where this PC remembers how letters go. */
const KEY = 'first-day.letters-go';

/** How the last letter went from this PC, or nothing. */
export const lastWay = (): string | null => localStorage.getItem(KEY);

export const rememberWay = (way: string): void => localStorage.setItem(KEY, way);
