import { Suspense, lazy, useState } from 'react';
import { useOperation } from '../api/client.ts';
import { ErrorCallout } from '../ui/feedback/error-callout.tsx';
import { Loader } from '../ui/feedback/loader.tsx';
import { appErrorOf } from '../ui/feedback/loaded.tsx';
import { Shell } from './shell.tsx';
import styles from './frame.module.css';

const SetupPage = lazy(async () => ({
  default: (await import('../features/setup/setup-page.tsx')).SetupPage,
}));

/** The first-run gate: an empty database shows the set-up page alone, everything else the shell. */
export function Frame() {
  const status = useOperation('setup.status', {});
  const [setUpHere, setSetUpHere] = useState(false);
  if (status.data && status.data.state !== 'ready' && !setUpHere) setSetUpHere(true);
  if (status.data?.state === 'ready') return <Shell status={status.data} arrived={setUpHere} />;
  return (
    <main className={styles.bare}>
      {status.data ? (
        <Suspense fallback={<Loader label="Starting" />}>
          <SetupPage />
        </Suspense>
      ) : status.error ? (
        <div className={styles.middle}>
          <ErrorCallout
            title="The data could not be opened"
            error={appErrorOf(status.error)}
            onRetry={() => void status.refetch()}
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
