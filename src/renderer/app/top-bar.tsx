import type { OperationOutput } from '#shared/contract/contract.ts';
import { roleName } from '#shared/text/role-words.ts';
import { IconButton } from '../ui/form/icon-button.tsx';
import { DownIcon, HideIcon, PersonIcon, SearchIcon, ShowIcon } from '../ui/icons.ts';
import { Menu } from '../ui/overlay/menu.tsx';
import { useCurtain } from '../ui/words/curtain.tsx';
import { Kbd } from '../ui/words/kbd.tsx';
import type { Session } from './use-session.ts';
import { useUserMenu } from './use-user-menu.ts';
import styles from './frame.module.css';

interface Props {
  readonly status: OperationOutput<'setup.status'>;
  readonly session: Session | undefined;
  readonly onSearch: () => void;
  readonly onKeyboardHelp: () => void;
  readonly onAbout: () => void;
  readonly onLock: () => void;
  readonly onChangePassword: () => void;
}

/** School, search, privacy curtain, user. */
export function TopBar({ status, session, onSearch, ...menu }: Props) {
  const curtain = useCurtain();
  const groups = useUserMenu({ session, ...menu });
  return (
    <header className={styles.top} data-region>
      <div className={styles.school}>{whose(status, session)}</div>
      <button type="button" className={styles.search} onClick={onSearch} aria-keyshortcuts="Control+K">
        <SearchIcon size={16} aria-hidden="true" />
        <span>Search anywhere</span>
        <Kbd keys="Ctrl+K" />
      </button>
      <div className={styles.user}>
        <IconButton
          icon={curtain.drawn ? HideIcon : ShowIcon}
          label={curtain.drawn ? 'Names are hidden. Show names' : 'Hide names'}
          shortcut="Ctrl+Shift+H"
          pressed={curtain.drawn}
          onClick={curtain.toggle}
        />
        {session ? (
          <Menu groups={groups}>
            <button type="button" className={styles.userButton}>
              <PersonIcon size={20} aria-hidden="true" />
              <span className={styles.userWords}>
                {session.userName}
                <span className={styles.userRole}>{roleName(session.role)}</span>
              </span>
              <DownIcon size={14} aria-hidden="true" />
            </button>
          </Menu>
        ) : null}
      </div>
    </header>
  );
}

/** A demonstration is a school’s and its authority’s at once: the role says whose work is on screen. */
function whose({ school, authority }: Props['status'], session: Session | undefined): string {
  const [first, second] = session?.role === 'authority' ? [authority, school] : [school, authority];
  return first?.name ?? second?.name ?? 'First Day';
}
