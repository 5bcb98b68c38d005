import type { Role } from '#shared/permissions/roles.ts';
import { ROLE_NAMES } from '#shared/text/role-words.ts';
import { useCommand } from '../api/client.ts';
import {
  DarkIcon,
  HelpIcon,
  InfoIcon,
  KeyIcon,
  LightIcon,
  LockIcon,
  SignOutIcon,
  SystemIcon,
} from '../ui/icons.ts';
import type { MenuGroup } from '../ui/overlay/menu.tsx';
import { notify } from '../ui/overlay/notify.tsx';
import { useColourScheme } from '../ui/theme/use-colour-scheme.ts';
import type { Session } from './use-session.ts';

interface Options {
  readonly session: Session | undefined;
  readonly onAbout: () => void;
  readonly onKeyboardHelp: () => void;
  readonly onLock: () => void;
  readonly onChangePassword: () => void;
}

/** The commands behind the user's name: roles, appearance, help. */
export function useUserMenu({
  session,
  onAbout,
  onKeyboardHelp,
  onLock,
  onChangePassword,
}: Options): readonly MenuGroup[] {
  const workAs = useCommand('session.work-as');
  const signOut = useCommand('session.sign-out');
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
  const signsIn = session !== undefined && session.state !== 'no-sign-in';
  return [
    ...(roles.length > 1
      ? [
          {
            label: 'Work as',
            ...(signsIn ? {} : { note: 'In a demonstration anybody may choose.' }),
            items: roles,
          },
        ]
      : []),
    ...(signsIn
      ? [
          {
            items: [
              { label: 'Lock', icon: LockIcon, shortcut: 'Ctrl+L', onSelect: onLock },
              { label: 'Change password', icon: KeyIcon, onSelect: onChangePassword },
              { label: 'Sign out', icon: SignOutIcon, onSelect: () => signOut.mutate({}) },
            ],
          },
        ]
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
