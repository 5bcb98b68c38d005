import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useOperation } from '../api/client.ts';
import { destinationsFor } from './destinations.ts';
import { useSession } from './use-session.ts';

/**
 * Goes on to the first screen of the rail that this role may use; a provider's staff, where there is one provider
 * alone, to the register of its day.
 */
export function Home() {
  const navigate = useNavigate();
  const session = useSession();
  const address = useRouterState({ select: ({ location }) => location.pathname });
  const marksOnly =
    session !== undefined &&
    session.permissions.includes('stays.work') &&
    !session.permissions.includes('places.book');
  const providers = useOperation('providers.list', {}, { enabled: marksOnly });
  const waiting = marksOnly && providers.data === undefined && providers.error === null;
  const oneProvider = marksOnly && providers.data?.providers.filter(({ active }) => active).length === 1;
  const first = waiting
    ? undefined
    : oneProvider
      ? ('/places/register' as const)
      : session && destinationsFor(session.permissions).at(0)?.to;
  // By the address too: a role that changes on the way leads back here, and a second time on from here.
  useEffect(() => {
    if (first && address === '/') void navigate({ to: first, replace: true });
  }, [first, address, navigate]);
  return null;
}
