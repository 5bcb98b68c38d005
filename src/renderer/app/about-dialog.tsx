import { useOperation } from '../api/client.ts';
import { DefinitionList } from '../ui/data/definition-list.tsx';
import { Loaded } from '../ui/feedback/loaded.tsx';
import { Button } from '../ui/form/button.tsx';
import { Dialog } from '../ui/overlay/dialog.tsx';

/** Versions and where the data is: what somebody who helps will ask for. */
export function AboutDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const about = useOperation('app.about', {}, { enabled: open });
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="About First Day"
      actions={
        <Button onClick={onClose} autoFocus>
          Close
        </Button>
      }
    >
      <Loaded query={about} what="the versions">
        {(value) => (
          <DefinitionList
            items={[
              { term: 'Version', detail: value.version },
              { term: 'Data', detail: value.engine === 'sqlite' ? 'On this PC' : 'On a shared server' },
              { term: 'Place', detail: value.location },
              { term: 'Data version', detail: value.dataVersion },
              ...Object.entries(value.runtime).map(([term, detail]) => ({ term, detail })),
            ]}
          />
        )}
      </Loaded>
    </Dialog>
  );
}
