import { useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { Callout } from '../../ui/feedback/callout.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { BackIcon } from '../../ui/icons.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { HealthPanel } from './health-panel.tsx';
import { JoinPanel } from './join-panel.tsx';
import { NotedBackupPanel } from './noted-backup-panel.tsx';
import { PastAppPanel } from './past-app-panel.tsx';
import { SharedPanel } from './shared-panel.tsx';
import styles from './sharing.module.css';

/** Which database this PC works on; of a shared one how its server is. `onLeave`: in the set-up, back to its other ways. */
export function SharingPage({ onLeave }: { readonly onLeave?: () => void }) {
  const status = useOperation('keys.status', {});
  const mayJoin = useMay('setup.manage');
  const seesHealth = useMay('backups.manage');
  const seesTrail = useMay('audit.view');
  return (
    <Page width="form">
      <PageHeader
        title="Shared database"
        context="Several PCs, or a whole area, work on one database on a server."
      />
      <Loaded query={status} what="which database this PC works on">
        {({ shared }) => (
          <div className={styles.narrow}>
            {shared ? (
              <>
                <SharedPanel shared={shared} />
                {seesHealth ? (
                  <>
                    <HealthPanel />
                    <NotedBackupPanel />
                  </>
                ) : null}
                {seesTrail ? <PastAppPanel database={shared.database} /> : null}
              </>
            ) : mayJoin ? (
              <JoinPanel />
            ) : (
              <Callout tone="info">
                This PC works on its own database. An administrator can have it join a shared one.
              </Callout>
            )}
            {onLeave ? (
              <Row gap={2}>
                <Button icon={BackIcon} onClick={onLeave}>
                  Back
                </Button>
              </Row>
            ) : null}
          </div>
        )}
      </Loaded>
    </Page>
  );
}
