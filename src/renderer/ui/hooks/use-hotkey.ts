import { useEffect, useEffectEvent } from 'react';
import { matchesCombo } from './hotkey-combo.ts';
import { registerHotkey } from './hotkey-registry.ts';

export interface HotkeyOptions {
  /** Off while false; default on. */
  readonly enabled?: boolean | undefined;
  /** Lists the shortcut in the keyboard help (F1). */
  readonly description?: string | undefined;
}

/**
 * Runs `handler` on a chord such as "Ctrl+K". A key without Ctrl or Alt stays asleep while somebody types
 * in a field, and every shortcut sleeps while a dialog is open.
 */
export function useHotkey(combo: string, handler: () => void, options: HotkeyOptions = {}): void {
  const { enabled = true, description } = options;
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || !matchesCombo(combo, event)) return;
    const bare = !event.ctrlKey && !event.metaKey && !event.altKey && !/^F\d+$/.test(event.key);
    if (bare && isTyping(event.target)) return;
    if (document.querySelector('[aria-modal="true"]')) return;
    event.preventDefault();
    handler();
  });

  useEffect(() => {
    if (!enabled) return undefined;
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [enabled]);

  useEffect(() => {
    if (!enabled || !description) return undefined;
    return registerHotkey({ combo, description });
  }, [combo, description, enabled]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}
