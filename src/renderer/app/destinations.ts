import type { Permission } from '#shared/permissions/roles.ts';
import {
  AuthorityIcon,
  PlaceIcon,
  PupilsIcon,
  RecordIcon,
  ReturnIcon,
  SettingsIcon,
  TodayIcon,
  type Icon,
} from '../ui/icons.ts';

export interface Destination {
  readonly to: '/today' | '/record' | '/pupils' | '/places' | '/returns' | '/authority' | '/settings';
  readonly label: string;
  readonly icon: Icon;
  readonly permission: Permission;
  readonly shortcut?: string;
}

/** The screens of the rail, in its order; each role sees those it may use. */
const DESTINATIONS: readonly Destination[] = [
  { to: '/today', label: 'Today', icon: TodayIcon, permission: 'places.view' },
  { to: '/record', label: 'Record', icon: RecordIcon, permission: 'exclusions.record', shortcut: 'Ctrl+N' },
  { to: '/pupils', label: 'Pupils', icon: PupilsIcon, permission: 'pupils.view' },
  { to: '/places', label: 'Places', icon: PlaceIcon, permission: 'places.view' },
  { to: '/returns', label: 'Returns', icon: ReturnIcon, permission: 'returns.view' },
  { to: '/authority', label: 'Authority', icon: AuthorityIcon, permission: 'authority.view' },
  { to: '/settings', label: 'Settings', icon: SettingsIcon, permission: 'app.use' },
];

export function destinationsFor(permissions: readonly Permission[]): readonly Destination[] {
  return DESTINATIONS.filter((destination) => permissions.includes(destination.permission));
}
