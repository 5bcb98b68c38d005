/** The parts of a keyboard event that name the key pressed. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/**
 * True when `press` is the chord `combo`, written as people write it: "Ctrl+K", "Ctrl+Shift+H", "Alt+1", "F6".
 * Ctrl is also Command on a Mac. A lone sign such as "?" does not mind Shift, which typing it may need.
 */
export function matchesCombo(combo: string, press: KeyPress): boolean {
  const parts = combo
    .toLowerCase()
    .split('+')
    .map((part) => part.trim());
  const key = parts.at(-1) ?? '';
  const sign = key.length === 1 && !/[a-z0-9]/.test(key);
  return (
    press.key.toLowerCase() === (key === 'esc' ? 'escape' : key) &&
    (press.ctrlKey || press.metaKey) === parts.includes('ctrl') &&
    press.altKey === parts.includes('alt') &&
    (sign || press.shiftKey === parts.includes('shift'))
  );
}
