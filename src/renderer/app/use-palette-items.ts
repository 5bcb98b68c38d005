import { useNavigate } from '@tanstack/react-router';
import { useOperation } from '../api/client.ts';
import {
  DutyIcon,
  ImportIcon,
  PersonIcon,
  PlaceIcon,
  RecordIcon,
  RegisterIcon,
  type Icon,
} from '../ui/icons.ts';
import { useDebounced } from '../ui/hooks/use-debounced.ts';
import { usePersonName } from '../ui/words/person-name.tsx';
import type { Destination } from './destinations.ts';
import type { Session } from './use-session.ts';

export interface PaletteItem {
  readonly key: string;
  readonly group: 'Pupils' | 'Exclusions' | 'Providers' | 'Screens and commands';
  readonly icon: Icon;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly shortcut?: string | undefined;
  readonly open: () => void;
}

interface Found {
  readonly items: readonly PaletteItem[];
  readonly searching: boolean;
  readonly failed: boolean;
}

/** What the words typed may mean: people and cases from the data, screens and commands from the app. */
export function usePaletteItems(text: string, session: Session, destinations: readonly Destination[]): Found {
  const navigate = useNavigate();
  const shownName = usePersonName('open');
  const typed = text.trim();
  const settled = useDebounced(typed, 120);
  const found = useOperation(
    'search.anywhere',
    { text: settled },
    { enabled: settled !== '', keepPrevious: true },
  );
  const may = (permission: Session['permissions'][number]) => session.permissions.includes(permission);

  const screens: readonly PaletteItem[] = [
    ...destinations.map((destination): PaletteItem => ({
      key: destination.to,
      group: 'Screens and commands',
      icon: destination.icon,
      label: destination.to === '/record' ? 'Record an exclusion' : destination.label,
      shortcut: destination.shortcut,
      open: () => void navigate({ to: destination.to }),
    })),
    ...(may('providers.edit')
      ? [command('Providers and their rules', PlaceIcon, () => void navigate({ to: '/places/providers' }))]
      : []),
    ...(may('pupils.import')
      ? [command('Import pupils', ImportIcon, () => void navigate({ to: '/pupils/import' }))]
      : []),
    ...(may('register.view')
      ? [command('Register codes', RegisterIcon, () => void navigate({ to: '/register' }))]
      : []),
    ...(may('authority.import')
      ? [command('Import returns', ImportIcon, () => void navigate({ to: '/authority/import' }))]
      : []),
  ].filter(({ label }) => label.toLowerCase().includes(typed.toLowerCase()));

  const data = typed === '' ? undefined : found.data;
  const items: readonly PaletteItem[] = [
    ...(data?.pupils ?? []).map((pupil): PaletteItem => ({
      key: `pupil ${pupil.id}`,
      group: 'Pupils',
      icon: PersonIcon,
      label: shownName(pupil.name),
      detail: [pupil.form, `UPN ${pupil.upn}`].filter(Boolean).join(' · '),
      open: () => void navigate({ to: '/pupils/$pupilId', params: { pupilId: pupil.id } }),
    })),
    ...(data?.exclusions ?? []).map((exclusion): PaletteItem => ({
      key: `exclusion ${exclusion.id}`,
      group: 'Exclusions',
      icon: exclusion.draft ? RecordIcon : DutyIcon,
      label: shownName(exclusion.pupilName),
      detail: exclusion.draft ? `Draft · ${exclusion.title}` : exclusion.title,
      open: () =>
        void (exclusion.draft || may('exclusions.view')
          ? navigate({ to: '/record', search: { exclusion: exclusion.id } })
          : navigate({ to: '/places', search: { exclusion: exclusion.id } })),
    })),
    ...(data?.providers ?? []).map((provider): PaletteItem => ({
      key: `provider ${provider.id}`,
      group: 'Providers',
      icon: PlaceIcon,
      label: provider.name,
      detail: provider.kind,
      open: () => void navigate({ to: '/places/providers/$providerId', params: { providerId: provider.id } }),
    })),
    ...screens,
  ];
  return { items, searching: found.isFetching || typed !== settled, failed: typed !== '' && found.isError };
}

const command = (label: string, icon: Icon, open: () => void): PaletteItem => ({
  key: label,
  group: 'Screens and commands',
  icon,
  label,
  open,
});
