import { useEffect, useEffectEvent } from 'react';
import { useCommand } from '../api/client.ts';
import { matchesCombo } from '../ui/hooks/hotkey-combo.ts';
import { registerHotkey } from '../ui/hooks/hotkey-registry.ts';
import type { Session } from './use-session.ts';

/** Ctrl+L locks, whatever is open: whoever leaves the PC in a hurry closes no dialog first. Gives the command too. */
export function useLockKey(session: Session | undefined): () => void {
  const lock = useCommand('session.lock');
  const may = session?.state === 'signed-in';
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!matchesCombo('Ctrl+L', event) || event.repeat) return;
    event.preventDefault();
    lock.mutate({});
  });
  useEffect(() => {
    if (!may) return undefined;
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen, { capture: true });
    const unregister = registerHotkey({ combo: 'Ctrl+L', description: 'Lock the window' });
    return () => {
      window.removeEventListener('keydown', listen, { capture: true });
      unregister();
    };
  }, [may]);
  return () => lock.mutate({});
}
