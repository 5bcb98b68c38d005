import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { registerHotkey } from '../ui/hooks/hotkey-registry.ts';
import type { Destination } from './destinations.ts';

/** Alt+1 to Alt+7 open the screens of the rail, counted as they stand there. */
export function useRailKeys(destinations: readonly Destination[]): void {
  const navigate = useNavigate();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!event.altKey || event.ctrlKey || event.shiftKey || !/^Digit[1-7]$/.test(event.code)) return;
    if (document.querySelector('[aria-modal="true"]')) return;
    const destination = destinations[Number(event.code.slice(-1)) - 1];
    if (!destination) return;
    event.preventDefault();
    void navigate({ to: destination.to });
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    const unregister = registerHotkey({
      combo: 'Alt+1 to Alt+7',
      description: 'Screens of the rail, in their order',
    });
    return () => {
      window.removeEventListener('keydown', listen);
      unregister();
    };
  }, []);
}
