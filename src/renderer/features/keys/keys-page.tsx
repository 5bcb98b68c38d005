import { useState } from 'react';
import { useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { Callout } from '../../ui/feedback/callout.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import { ChangeKeyPanel } from './change-key-panel.tsx';
import { OpenersPanel } from './openers-panel.tsx';
import { RecoveryPanel } from './recovery-panel.tsx';
import type { NewKey } from './recovery-sheet.tsx';
import styles from './keys.module.css';

/** What protects the records of this PC: the recovery sheet, who opens them, and a new key. */
export function KeysPage() {
  const status = useOperation('keys.status', {});
  const mayManage = useMay('keys.manage');
  const [made, setMade] = useState<NewKey>();
  return (
    <Page width="form">
      <ScreenOnly>
        <PageHeader title="Keys" context="What protects the records on this PC, and what opens them." />
      </ScreenOnly>
      <Loaded query={status} what="the keys">
        {({ keys }) =>
          keys ? (
            <div className={styles.narrow}>
              {keys.open ? (
                <ScreenOnly>
                  <Callout tone="due" title="Anybody can open these records">
                    Their key lies beside them in clear. That is right for a demonstration, whose pupils are
                    invented. With the first person who signs in by a password the records get a key of their
                    own.
                  </Callout>
                </ScreenOnly>
              ) : null}
              <RecoveryPanel keys={keys} mayManage={mayManage} made={made} onMade={setMade} />
              <ScreenOnly>
                <div className={styles.narrow}>
                  <OpenersPanel keys={keys} mayManage={mayManage} />
                  {mayManage ? <ChangeKeyPanel keys={keys} onMade={setMade} /> : null}
                </div>
              </ScreenOnly>
            </div>
          ) : (
            <Callout tone="info">These records are on a server, which looks after their keys.</Callout>
          )
        }
      </Loaded>
    </Page>
  );
}
