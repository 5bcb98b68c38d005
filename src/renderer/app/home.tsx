import { Navigate } from '@tanstack/react-router';
import { destinationsFor } from './destinations.ts';
import { useSession } from './use-session.ts';

/** The first screen of the rail that this role may use. */
export function Home() {
  const session = useSession();
  const first = session && destinationsFor(session.permissions).at(0);
  return first ? <Navigate to={first.to} replace /> : null;
}
