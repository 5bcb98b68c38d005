import { Suspense, lazy, useState } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { useOperation } from '../api/client.ts';
import { personOf } from '../api/who.ts';
import { RecoveryGate } from '../features/keys/recovery-gate.tsx';
import { BackupsPage } from '../features/backups/backups-page.tsx';
import { RecoveredPage } from '../features/backups/recovered-page.tsx';
import { RecoveryPage, type RecoveredTold } from '../features/backups/recovery-page.tsx';
import { UnlockPage } from '../features/keys/unlock-page.tsx';
import { FirstPersonPage } from '../features/people/first-person-page.tsx';
import { LockScreen } from '../features/people/lock-screen.tsx';
import { OwnPasswordPage } from '../features/people/own-password-page.tsx';
import { SignInPage } from '../features/people/sign-in-page.tsx';
import { SharingPage } from '../features/sharing/sharing-page.tsx';
import { Callout } from '../ui/feedback/callout.tsx';
import { ErrorCallout } from '../ui/feedback/error-callout.tsx';
import { Loader } from '../ui/feedback/loader.tsx';
import { appErrorOf } from '../ui/feedback/loaded.tsx';
import { Button } from '../ui/form/button.tsx';
import { Door } from './door.tsx';
import { Shell } from './shell.tsx';
import { useRecoveryWanted } from './use-recovery-wanted.ts';
import styles from './frame.module.css';

type SharedAbout = NonNullable<OperationOutput<'keys.status'>['shared']>;

const SetupPage = lazy(async () => ({
  default: (await import('../features/setup/setup-page.tsx')).SetupPage,
}));

/** First of all the database has to be open: its key may have to be typed, and it may be damaged. */
export function Frame() {
  const office = useOperation('keys.status', {});
  const { state, why, accountName, shared } = office.data ?? {};
  const [recovered, setRecovered] = useState<RecoveredTold>();
  if (recovered)
    return (
      <Door wide>
        <RecoveredPage told={recovered} onRead={() => setRecovered(undefined)} />
      </Door>
    );
  if (state === undefined && office.error === null) return <Opening />;
  if (state === 'needs-key')
    return (
      <Door wide>
        <UnlockPage accountName={accountName} />
      </Door>
    );
  if (state === 'damaged')
    return (
      <Door wide>
        <RecoveryPage why={why} onRecovered={setRecovered} />
      </Door>
    );
  if (state === 'unusable')
    return (
      <Door wide>
        <Callout tone="overdue" title="The records could not be opened" live="alert">
          {why} Nothing was changed.
        </Callout>
      </Door>
    );
  return shared ? <SharedFrame shared={shared} /> : <OpenFrame />;
}

/** A shared database is open for as long as somebody has signed in to it. */
function SharedFrame({ shared }: { readonly shared: SharedAbout }) {
  const who = useOperation('session.get', {});
  if (who.data?.state === 'signed-out')
    return (
      <Door>
        <SignInPage whose={shared.name ?? shared.database} shared={shared} lastName={who.data.lastName} />
      </Door>
    );
  return <OpenFrame />;
}

/**
 * What stands between the open database and the work: an empty database shows the set-up alone, one with people the sign-in,
 * everything else the shell, with the lock over it while it is locked.
 */
function OpenFrame() {
  const status = useOperation('setup.status', {});
  const who = useOperation('session.get', {});
  const [setUpHere, setSetUpHere] = useState(false);
  const [instead, setInstead] = useState<'restore' | 'join'>();
  // Here, and not below: whoever changes the role is not asked again.
  const [later, setLater] = useState(false);
  if (status.data && status.data.state !== 'ready' && !setUpHere) setSetUpHere(true);
  if (status.data?.state === 'ready' && who.data)
    return (
      <Works
        status={status.data}
        who={who.data}
        setUpHere={setUpHere}
        later={later}
        onLater={() => setLater(true)}
      />
    );
  const failed = status.error ?? who.error;
  return (
    <main className={styles.bare}>
      {status.data && who.data ? (
        <Suspense fallback={<Loader label="Starting" />}>
          {instead === 'restore' ? (
            <BackupsPage onLeave={() => setInstead(undefined)} />
          ) : instead === 'join' ? (
            <SharingPage onLeave={() => setInstead(undefined)} />
          ) : (
            <>
              <SetupPage onJoin={() => setInstead('join')} />
              <p className={styles.instead}>
                Is this a new PC?{' '}
                <Button variant="quiet" onClick={() => setInstead('restore')}>
                  Restore a backup instead
                </Button>
              </p>
            </>
          )}
        </Suspense>
      ) : failed ? (
        <div className={styles.middle}>
          <ErrorCallout
            title="The data could not be opened"
            error={appErrorOf(failed)}
            onRetry={() => {
              void status.refetch();
              void who.refetch();
            }}
          />
        </div>
      ) : (
        <div className={styles.middle}>
          <Loader label="Opening the data" />
        </div>
      )}
    </main>
  );
}

const Opening = () => (
  <main className={styles.bare}>
    <div className={styles.middle}>
      <Loader label="Opening the data" />
    </div>
  </main>
);

interface WorksProps {
  readonly status: OperationOutput<'setup.status'>;
  readonly who: OperationOutput<'session.get'>;
  readonly setUpHere: boolean;
  /** The recovery sheet was printed, or put off until another start. */
  readonly later: boolean;
  readonly onLater: () => void;
}

function Works({ status, who, setUpHere, later, onLater }: WorksProps) {
  const whose = status.school?.name ?? status.authority?.name ?? 'First Day';
  const { state, userName, lastName, mustChange } = who;
  const wanted = useRecoveryWanted(who.permissions);
  if (state === 'signed-out')
    return (
      <Door>
        <SignInPage whose={whose} lastName={lastName} />
      </Door>
    );
  if (state === 'no-people')
    return (
      <Door>
        <FirstPersonPage whose={whose} lastName={lastName} />
      </Door>
    );
  return (
    <>
      {mustChange ? (
        <Door>
          <OwnPasswordPage userName={userName} whose={whose} />
        </Door>
      ) : wanted && !later && state !== 'locked' ? (
        <Door wide>
          <RecoveryGate onDone={onLater} onLater={onLater} />
        </Door>
      ) : (
        <Shell key={personOf(who)} status={status} arrived={setUpHere} />
      )}
      {state === 'locked' ? <LockScreen userName={userName} /> : null}
    </>
  );
}
