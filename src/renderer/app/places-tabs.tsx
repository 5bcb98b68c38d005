import { Link, useRouter } from '@tanstack/react-router';
import type { Permission } from '#shared/permissions/roles.ts';
import styles from './places-tabs.module.css';

interface PlacesTab {
  readonly to: string;
  readonly label: string;
  readonly permission: Permission;
}

const TABS: readonly PlacesTab[] = [
  { to: '/places', label: 'Board', permission: 'places.view' },
  { to: '/places/plan', label: 'Plan all', permission: 'places.book' },
  { to: '/places/waiting', label: 'Wait lists', permission: 'places.view' },
  { to: '/places/register', label: 'Day register', permission: 'places.view' },
  { to: '/places/providers', label: 'Providers', permission: 'places.view' },
  { to: '/places/stages', label: 'Stages', permission: 'places.view' },
  { to: '/places/apart', label: 'Kept apart', permission: 'places.view' },
  { to: '/places/use', label: 'Use', permission: 'places.view' },
  { to: '/places/forecast', label: 'Forecast', permission: 'places.view' },
];

/** The screens about places, above each of them: they stay in view while a page scrolls. */
export function PlacesTabs({ permissions }: { readonly permissions: readonly Permission[] }) {
  const { routesByPath } = useRouter();
  const shown = TABS.filter(({ to, permission }) => to in routesByPath && permissions.includes(permission));
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
