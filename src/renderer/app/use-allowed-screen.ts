import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { destinationsFor } from './destinations.ts';
import type { Session } from './use-session.ts';

/** A role that may not use the screen it is on (it has just changed, or the menu was used) goes to its first screen. */
const ARRANGING = ['waiting', 'stages', 'apart', 'use', 'forecast', 'plan'].map((name) => `/places/${name}`);

export function useAllowedScreen(address: string, session: Session | undefined): void {
  const navigate = useNavigate();
  const ofExclusion = useRouterState({ select: ({ location }) => 'exclusion' in location.search });
  const arranges = session?.permissions.includes('places.arrange') ?? true;
  const allowed =
    session === undefined ||
    address === '/' ||
    // Who records nothing may still read what is on record.
    (address === '/record' && ofExclusion && session.permissions.includes('exclusions.view')) ||
    (address === '/record/letter' && session.permissions.includes('letters.view')) ||
    (address === '/outbox' && session.permissions.includes('exclusions.view')) ||
    (address === '/register' && session.permissions.includes('register.view')) ||
    (destinationsFor(session.permissions).some(({ to }) => address === to || address.startsWith(`${to}/`)) &&
      (arranges || !ARRANGING.some((place) => address.startsWith(place))));
  // Who arranges no places has no use for the board, but for the register of the day.
  const toRegister = !arranges && address === '/places';
  useEffect(() => {
    if (!allowed) void navigate({ to: '/', replace: true });
    else if (toRegister) void navigate({ to: '/places/register', replace: true });
  }, [allowed, toRegister, navigate]);
}
