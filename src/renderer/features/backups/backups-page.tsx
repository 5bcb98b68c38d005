import { useState } from 'react';
import { useCommand, useOperation } from '../../api/client.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { FolderIcon, SaveIcon } from '../../ui/icons.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { BackupsPanel } from './backups-panel.tsx';
import { RestorePanel } from './restore-panel.tsx';
import { SecondPlacePanel } from './second-place-panel.tsx';
import type { ListedBackup } from './types.ts';

/** The backups there are, where else they go, and the way back to one. */
export function BackupsPage() {
  const [folder, setFolder] = useState<{ readonly folder: string; readonly name: string }>();
  const [chosen, setChosen] = useState<ListedBackup>();
  const [wayBack, setWayBack] = useState<string>();
  const list = useOperation('backups.list', folder ? { folder: folder.folder } : {});
  const status = useOperation('backups.status', {}, { refreshEvery: 30_000 });
  const make = useCommand('backups.make');
  const look = useCommand('recovery.choose-folder');
  const failed = make.error?.error ?? status.data?.failure;
  const error = failed && ('why' in failed ? { code: 'refused' as const, message: failed.why } : failed);
  return (
    <Page>
      <PageHeader
        title="Backups"
        context="Every 15 minutes when something changed, before imports and updates, and when First Day is closed. Each is checked before an older one goes."
        actions={
          <>
            <Button icon={FolderIcon} onClick={() => look.mutate({}, { onSuccess: setFolder })}>
              Look in another folder
            </Button>
            <Button
              variant="primary"
              icon={SaveIcon}
              loading={make.isPending}
              onClick={() =>
                make.mutate({}, { onSuccess: () => notify({ title: 'Backup made and checked' }) })
              }
            >
              Make a backup now
            </Button>
          </>
        }
      />
      {error ? <ErrorCallout title="The last backup could not be made" error={error} /> : null}
      {chosen ? (
        <RestorePanel
          key={chosen.backupId}
          backup={chosen}
          folder={folder?.folder}
          onClose={() => setChosen(undefined)}
          onRestored={(way) => {
            setChosen(undefined);
            setWayBack(way);
          }}
        />
      ) : null}
      <Loaded query={list} what="the backups">
        {({ backups, folder: where }) => (
          <>
            <BackupsPanel
              backups={backups}
              where={folder ? `${where}, and in ${folder.name}` : where}
              wayBack={wayBack}
              onChoose={setChosen}
            />
            <SecondPlacePanel second={status.data?.second} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
