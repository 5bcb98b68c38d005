import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { destinationsFor } from './destinations.ts';
import { useSession } from './use-session.ts';

/** Goes on to the first screen of the rail that this role may use. */
export function Home() {
  const navigate = useNavigate();
  const session = useSession();
  const address = useRouterState({ select: ({ location }) => location.pathname });
  const first = session && destinationsFor(session.permissions).at(0)?.to;
  // By the address too: a role that changes on the way leads back here, and a second time on from here.
  useEffect(() => {
    if (first && address === '/') void navigate({ to: first, replace: true });
  }, [first, address, navigate]);
  return null;
}
