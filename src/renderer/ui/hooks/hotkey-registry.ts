import { useSyncExternalStore } from 'react';

export interface HotkeyHelp {
  readonly combo: string;
  readonly description: string;
}

let registered: readonly HotkeyHelp[] = [];
const listeners = new Set<() => void>();

function publish(next: readonly HotkeyHelp[]): void {
  registered = next;
  for (const listener of listeners) listener();
}

/** Lists a shortcut in the keyboard help while its screen is shown; returns how to take it off again. */
export function registerHotkey(help: HotkeyHelp): () => void {
  publish([...registered, help]);
  return () => publish(registered.filter((other) => other !== help));
}

/** The shortcuts that work at this moment, in the order their screens offered them. */
export function useRegisteredHotkeys(): readonly HotkeyHelp[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => registered,
  );
}
