import { Suspense, lazy, useState } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { useOperation } from '../api/client.ts';
import { personOf } from '../api/who.ts';
import { FirstPersonPage } from '../features/people/first-person-page.tsx';
import { LockScreen } from '../features/people/lock-screen.tsx';
import { OwnPasswordPage } from '../features/people/own-password-page.tsx';
import { SignInPage } from '../features/people/sign-in-page.tsx';
import { ErrorCallout } from '../ui/feedback/error-callout.tsx';
import { Loader } from '../ui/feedback/loader.tsx';
import { appErrorOf } from '../ui/feedback/loaded.tsx';
import { Door } from './door.tsx';
import { Shell } from './shell.tsx';
import styles from './frame.module.css';

const SetupPage = lazy(async () => ({
  default: (await import('../features/setup/setup-page.tsx')).SetupPage,
}));

/**
 * What stands between the start and the work: an empty database shows the set-up alone, one with people the sign-in,
 * everything else the shell, with the lock over it while it is locked.
 */
export function Frame() {
  const status = useOperation('setup.status', {});
  const who = useOperation('session.get', {});
  const [setUpHere, setSetUpHere] = useState(false);
  if (status.data && status.data.state !== 'ready' && !setUpHere) setSetUpHere(true);
  if (status.data?.state === 'ready' && who.data)
    return <Works status={status.data} who={who.data} setUpHere={setUpHere} />;
  const failed = status.error ?? who.error;
  return (
    <main className={styles.bare}>
      {status.data && who.data ? (
        <Suspense fallback={<Loader label="Starting" />}>
          <SetupPage />
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

interface WorksProps {
  readonly status: OperationOutput<'setup.status'>;
  readonly who: OperationOutput<'session.get'>;
  readonly setUpHere: boolean;
}

function Works({ status, who, setUpHere }: WorksProps) {
  const whose = status.school?.name ?? status.authority?.name ?? 'First Day';
  const { state, userName, lastName, mustChange } = who;
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
      ) : (
        <Shell key={personOf(who)} status={status} arrived={setUpHere} />
      )}
      {state === 'locked' ? <LockScreen userName={userName} /> : null}
    </>
  );
}
