import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { Suspense, useEffect, useRef, useState } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { PageFocusContext } from '../ui/layout/page-focus.tsx';
import { Page } from '../ui/layout/page.tsx';
import { Skeleton } from '../ui/feedback/skeleton.tsx';
import { useHotkey } from '../ui/hooks/use-hotkey.ts';
import { ListNames } from '../ui/words/list-names.tsx';
import { useCurtain } from '../ui/words/curtain.tsx';
import { ChangePasswordDialog } from '../features/people/change-password-dialog.tsx';
import { AboutDialog } from './about-dialog.tsx';
import { CommandPalette } from './command-palette.tsx';
import { cycleRegions } from './cycle-regions.ts';
import { destinationsFor } from './destinations.ts';
import { KeyboardHelp } from './keyboard-help.tsx';
import { SectionTabs } from './section-tabs.tsx';
import { Rail } from './rail.tsx';
import { StatusStrip } from './status-strip.tsx';
import { TopBar } from './top-bar.tsx';
import { isOneRecord } from './is-one-record.ts';
import { useOperation } from '../api/client.ts';
import { useAllowedScreen } from './use-allowed-screen.ts';
import { useAutoCurtain } from './use-auto-curtain.ts';
import { useLockKey } from './use-lock-key.ts';
import { useAppMenu } from './use-app-menu.ts';
import { usePrintNotes } from './use-print-notes.ts';
import { useRailKeys } from './use-rail-keys.ts';
import { useRestartNotice } from './use-restart-notice.ts';
import { useSession } from './use-session.ts';
import styles from './frame.module.css';

type Status = OperationOutput<'setup.status'>;
type Overlay = 'none' | 'search' | 'keys' | 'about' | 'password';

interface ShellProps {
  readonly status: Status;
  /** The first page comes after the set-up: its title takes the focus as after any change of page. */
  readonly arrived: boolean;
}

/** Rail, top bar, page and status strip, with the shortcuts that work everywhere. */
export function Shell({ status, arrived: fromSetUp }: ShellProps) {
  const session = useSession();
  const navigate = useNavigate();
  const [overlay, setOverlay] = useState<Overlay>('none');
  const { toggle: toggleCurtain } = useCurtain();
  const { address, arrived } = useAddress(fromSetUp);
  const destinations = destinationsFor(session?.permissions ?? []);
  const mayRecord = session?.permissions.includes('exclusions.record') ?? false;
  const main = useRef<HTMLElement>(null);

  useEffect(() => {
    main.current?.scrollTo({ top: 0 });
  }, [address]);

  useHotkey('Ctrl+K', () => setOverlay('search'), { description: 'Search anywhere' });
  useHotkey('Ctrl+N', () => void navigate({ to: '/record' }), {
    enabled: mayRecord,
    description: 'Record an exclusion',
  });
  useHotkey('Ctrl+Shift+H', toggleCurtain, { description: 'Hide or show pupils’ names' });
  useHotkey('F6', cycleRegions, { description: 'Next part of the window' });
  useHotkey('F1', () => setOverlay('keys'), { description: 'This list' });
  useHotkey('?', () => setOverlay('keys'));

  useRailKeys(destinations);
  useRestartNotice();
  useAllowedScreen(address, session);
  useAutoCurtain();
  const initials =
    useOperation('privacy.display', {}, { enabled: session !== undefined }).data?.initialsInLists ?? false;

  const lock = useLockKey(session);
  useAppMenu(setOverlay, lock);
  usePrintNotes(address, useExclusionShown());

  const close = () => setOverlay('none');
  return (
    <div className={styles.shell}>
      <a
        className={styles.skip}
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        Skip to the page
      </a>
      <Rail destinations={destinations} />
      <TopBar
        status={status}
        session={session}
        onSearch={() => setOverlay('search')}
        onKeyboardHelp={() => setOverlay('keys')}
        onAbout={() => setOverlay('about')}
        onLock={lock}
        onChangePassword={() => setOverlay('password')}
      />
      {session ? <SectionTabs address={address} permissions={session.permissions} /> : null}
      <main ref={main} id="main" className={styles.main} tabIndex={-1} data-region>
        <PageFocusContext value={{ address, arrived }}>
          <Suspense
            fallback={
              <Page>
                <Skeleton label="Loading the page" />
              </Page>
            }
          >
            <ListNames initials={initials} page={isOneRecord(address) ? '' : address}>
              <Outlet />
            </ListNames>
          </Suspense>
        </PageFocusContext>
      </main>
      <StatusStrip demonstration={status.demonstration} />
      {session ? (
        <CommandPalette
          open={overlay === 'search'}
          onClose={close}
          session={session}
          destinations={destinations}
        />
      ) : null}
      <KeyboardHelp open={overlay === 'keys'} onClose={close} />
      <ChangePasswordDialog
        open={overlay === 'password'}
        names={[session?.userName ?? '', status.school?.name ?? '', status.authority?.name ?? '']}
        onClose={close}
      />
      <AboutDialog open={overlay === 'about'} onClose={close} />
    </div>
  );
}

/** The exclusion that the address names, on the screens of a case and of its letters. */
function useExclusionShown(): string | undefined {
  return useRouterState({
    select: ({ location: { search } }) =>
      'exclusion' in search && typeof search.exclusion === 'string' ? search.exclusion : undefined,
  });
}

/** The address shown, and whether the user moved there within the app (the first page leaves the focus alone). */
function useAddress(arrived: boolean) {
  const address = useRouterState({ select: (state) => state.location.pathname });
  const [seen, setSeen] = useState({ first: address, moved: arrived });
  if (!seen.moved && seen.first !== address) setSeen({ first: address, moved: seen.first !== '/' });
  return { address, arrived: seen.moved };
}
