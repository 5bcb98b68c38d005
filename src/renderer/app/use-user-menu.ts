import type { Role } from '#shared/permissions/roles.ts';
import { ROLE_NAMES } from '#shared/text/role-words.ts';
import { useCommand } from '../api/client.ts';
import { DarkIcon, HelpIcon, InfoIcon, LightIcon, SystemIcon } from '../ui/icons.ts';
import type { MenuGroup } from '../ui/overlay/menu.tsx';
import { notify } from '../ui/overlay/notify.tsx';
import { useColourScheme } from '../ui/theme/use-colour-scheme.ts';
import type { Session } from './use-session.ts';

interface Options {
  readonly session: Session | undefined;
  readonly onAbout: () => void;
  readonly onKeyboardHelp: () => void;
}

/** The commands behind the user's name: roles, appearance, help. */
export function useUserMenu({ session, onAbout, onKeyboardHelp }: Options): readonly MenuGroup[] {
  const workAs = useCommand('session.work-as');
  const [scheme, setScheme] = useColourScheme();

  const change = (role: Role) =>
    workAs.mutate(
      { role },
      {
        onSuccess: () => {
          notify({ title: `You are working as ${ROLE_NAMES[role].toLowerCase()}` });
        },
        onError: (error) =>
          notify({ tone: 'overdue', title: 'Your role was not changed', text: error.error.message }),
      },
    );

  const roles = (session?.roles ?? []).map((role) => ({
    label: ROLE_NAMES[role],
    checked: role === session?.role,
    onSelect: () => {
      if (role !== session?.role) change(role);
    },
  }));
  return [
    ...(roles.length > 1
      ? [{ label: 'Work as', note: 'Anybody at this PC may choose, until people sign in.', items: roles }]
      : []),
    {
      label: 'Appearance',
      items: [
        { label: 'Light', icon: LightIcon, checked: scheme === 'light', onSelect: () => setScheme('light') },
        { label: 'Dark', icon: DarkIcon, checked: scheme === 'dark', onSelect: () => setScheme('dark') },
        {
          label: 'As this PC',
          icon: SystemIcon,
          checked: scheme === 'system',
          onSelect: () => setScheme('system'),
        },
      ],
    },
    {
      items: [
        { label: 'Keyboard shortcuts', icon: HelpIcon, shortcut: 'F1', onSelect: onKeyboardHelp },
        { label: 'About First Day', icon: InfoIcon, onSelect: onAbout },
      ],
    },
  ];
}
