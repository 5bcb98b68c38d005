import type { Permission } from '#shared/permissions/roles.ts';
import {
  AuthorityIcon,
  PlaceIcon,
  PupilsIcon,
  RecordIcon,
  ReturnIcon,
  SettingsIcon,
  SupportIcon,
  TodayIcon,
  type Icon,
} from '../ui/icons.ts';

export interface Destination {
  readonly to:
    '/today' | '/record' | '/pupils' | '/places' | '/support' | '/returns' | '/authority' | '/settings';
  readonly label: string;
  readonly icon: Icon;
  /** Any of these opens it. */
  readonly permissions: readonly Permission[];
  readonly shortcut?: string;
}

/** The screens of the rail, in its order; each role sees those it may use. */
const DESTINATIONS: readonly Destination[] = [
  { to: '/today', label: 'Today', icon: TodayIcon, permissions: ['places.view', 'duties.view'] },
  {
    to: '/record',
    label: 'Record',
    icon: RecordIcon,
    permissions: ['exclusions.record'],
    shortcut: 'Ctrl+N',
  },
  { to: '/pupils', label: 'Pupils', icon: PupilsIcon, permissions: ['pupils.view'] },
  { to: '/places', label: 'Places', icon: PlaceIcon, permissions: ['places.view'] },
  { to: '/support', label: 'Support', icon: SupportIcon, permissions: ['support.view'] },
  { to: '/returns', label: 'Returns', icon: ReturnIcon, permissions: ['returns.view'] },
  { to: '/authority', label: 'Authority', icon: AuthorityIcon, permissions: ['authority.view'] },
  { to: '/settings', label: 'Settings', icon: SettingsIcon, permissions: ['app.use'] },
];

export function destinationsFor(permissions: readonly Permission[]): readonly Destination[] {
  return DESTINATIONS.filter((destination) =>
    destination.permissions.some((permission) => permissions.includes(permission)),
  );
}
