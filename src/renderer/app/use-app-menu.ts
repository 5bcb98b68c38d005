import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { onEvent } from '../api/bridge.ts';

/** Follows choices in the application menu; a screen the role may not see explains that itself. */
export function useAppMenu(show: (overlay: 'keys' | 'about') => void, lock: () => void): void {
  const navigate = useNavigate();
  const follow = useEffectEvent((to: string) => {
    if (to === 'lock') {
      lock();
      return;
    }
    if (document.querySelector('[aria-modal="true"]')) return;
    if (to === 'help') show('keys');
    else if (to === 'about') show('about');
    else void navigate({ to });
  });
  useEffect(
    () =>
      onEvent((event) => {
        if (event.type === 'go') follow(event.to);
      }),
    [],
  );
}
