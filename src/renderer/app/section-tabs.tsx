import { Link } from '@tanstack/react-router';
import { useOperation } from '../api/client.ts';
import type { Permission } from '#shared/permissions/roles.ts';
import styles from './section-tabs.module.css';

const SECTIONS = [
  {
    name: 'Places',
    root: '/places',
    tabs: [
      { to: '/places', label: 'Board', permission: 'places.arrange' },
      { to: '/places/plan', label: 'Plan all', permission: 'places.book' },
      { to: '/places/waiting', label: 'Wait lists', permission: 'places.arrange' },
      { to: '/places/register', label: 'Day register', permission: 'places.view' },
      { to: '/places/providers', label: 'Providers', permission: 'places.view' },
      { to: '/places/stages', label: 'Stages', permission: 'places.arrange' },
      { to: '/places/apart', label: 'Kept apart', permission: 'places.arrange' },
      { to: '/places/use', label: 'Use', permission: 'places.arrange' },
      { to: '/places/forecast', label: 'Forecast', permission: 'places.arrange' },
    ],
  },
  {
    name: 'Support',
    root: '/support',
    tabs: [
      { to: '/support', label: 'Register', permission: 'support.view' },
      { to: '/support/key-workers', label: 'Key workers', permission: 'support.view' },
      { to: '/support/plans', label: 'Plans', permission: 'support.view' },
      { to: '/support/referrals', label: 'Referrals', permission: 'support.view' },
      { to: '/support/panel', label: 'Inclusion panel', permission: 'support.view' },
      { to: '/support/patterns', label: 'Patterns', permission: 'support.view' },
      { to: '/support/grid', label: 'Termly grid', permission: 'support.view' },
      { to: '/support/criteria', label: 'Criteria', permission: 'support.view' },
    ],
  },
  {
    name: 'Settings',
    root: '/settings',
    tabs: [
      { to: '/settings', label: 'School', permission: 'app.use' },
      { to: '/settings/privacy', label: 'Privacy', permission: 'app.use' },
      { to: '/settings/people', label: 'People', permission: 'app.use' },
      { to: '/settings/audit', label: 'Audit trail', permission: 'audit.view' },
      { to: '/settings/keys', label: 'Keys', permission: 'keys.manage', only: 'own' },
      { to: '/settings/backups', label: 'Backups', permission: 'backups.manage', only: 'own' },
      { to: '/settings/sharing', label: 'Shared database', permission: 'setup.manage' },
    ],
  },
  {
    name: 'Returns',
    root: '/returns',
    tabs: [
      { to: '/returns', label: 'Return', permission: 'returns.view' },
      { to: '/returns/extract', label: 'Census extract', permission: 'returns.view' },
    ],
  },
  {
    name: 'Authority',
    root: '/authority',
    tabs: [
      { to: '/authority', label: 'Schools', permission: 'authority.view' },
      { to: '/authority/import', label: 'Import', permission: 'authority.import' },
      { to: '/authority/refused', label: 'Refused files', permission: 'authority.import' },
      { to: '/authority/not-sent', label: 'Not sent', permission: 'authority.view' },
      { to: '/authority/compare', label: 'Compare', permission: 'authority.view' },
      { to: '/authority/comparators', label: 'Comparators', permission: 'authority.view' },
      { to: '/authority/places', label: 'Places', permission: 'authority.view' },
      { to: '/authority/at-risk', label: 'At risk', permission: 'authority.view' },
      { to: '/authority/conference', label: 'Conference', permission: 'authority.view-pupils' },
      { to: '/authority/keys', label: 'Keys', permission: 'authority.view' },
    ],
  },
] as const satisfies readonly {
  name: string;
  root: string;
  tabs: readonly Tab[];
}[];

interface Tab {
  readonly to: string;
  readonly label: string;
  readonly permission: Permission;
  /** Of no use where this PC works on a shared database, whose server sees to it. */
  readonly only?: 'own';
}

/** With the addresses that the router knows. */
type Shown = Tab & { readonly to: (typeof SECTIONS)[number]['tabs'][number]['to'] };

/** The screens of one section, above each of them: they stay in view while a page scrolls. */
export function SectionTabs({
  address,
  permissions,
}: {
  readonly address: string;
  readonly permissions: readonly Permission[];
}) {
  const shared = useOperation('keys.status', {}).data?.shared !== undefined;
  const section = SECTIONS.find(({ root }) => address.startsWith(root));
  if (section === undefined) return null;
  const tabs: readonly Shown[] = section.tabs;
  const shown = tabs.filter(
    ({ permission, only }) => permissions.includes(permission) && !(shared && only === 'own'),
  );
  return (
    <nav className={styles.strip} aria-label={section.name} data-region>
      <ul className={styles.tabs}>
        {shown.map(({ to, label }) => (
          <li key={to}>
            <Link
              to={to}
              className={styles.tab}
              activeOptions={{ exact: to === section.root, includeSearch: false }}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
