import { Link } from '@tanstack/react-router';
import type { Permission } from '#shared/permissions/roles.ts';
import styles from './places-tabs.module.css';

const TABS = [
  { to: '/places', label: 'Board', permission: 'places.view' },
  { to: '/places/plan', label: 'Plan all', permission: 'places.book' },
  { to: '/places/waiting', label: 'Wait lists', permission: 'places.view' },
  { to: '/places/register', label: 'Day register', permission: 'places.view' },
  { to: '/places/providers', label: 'Providers', permission: 'places.view' },
  { to: '/places/stages', label: 'Stages', permission: 'places.view' },
  { to: '/places/apart', label: 'Kept apart', permission: 'places.view' },
  { to: '/places/use', label: 'Use', permission: 'places.view' },
  { to: '/places/forecast', label: 'Forecast', permission: 'places.view' },
] as const satisfies readonly { to: string; label: string; permission: Permission }[];

/** The screens about places, above each of them: they stay in view while a page scrolls. */
export function PlacesTabs({ permissions }: { readonly permissions: readonly Permission[] }) {
  const shown = TABS.filter(({ permission }) => permissions.includes(permission));
  return (
    <nav className={styles.strip} aria-label="Places" data-region>
      <ul className={styles.tabs}>
        {shown.map(({ to, label }) => (
          <li key={to}>
            <Link
              to={to}
              className={styles.tab}
              activeOptions={{ exact: to === '/places', includeSearch: false }}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
