import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { destinationsFor } from './destinations.ts';
import type { Session } from './use-session.ts';

/** A role that may not use the screen it is on (it has just changed, or the menu was used) goes to its first screen. */
export function useAllowedScreen(address: string, session: Session | undefined): void {
  const navigate = useNavigate();
  const ofExclusion = useRouterState({ select: ({ location }) => 'exclusion' in location.search });
  const allowed =
    session === undefined ||
    address === '/' ||
    // Who records nothing may still read what is on record.
    (address === '/record' && ofExclusion && session.permissions.includes('exclusions.view')) ||
    (address === '/record/letter' && session.permissions.includes('letters.view')) ||
    (address === '/register' && session.permissions.includes('register.view')) ||
    destinationsFor(session.permissions).some(({ to }) => address === to || address.startsWith(`${to}/`));
  useEffect(() => {
    if (!allowed) void navigate({ to: '/', replace: true });
  }, [allowed, navigate]);
}
