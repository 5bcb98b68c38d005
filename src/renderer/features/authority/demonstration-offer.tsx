import { useCommand } from '../../api/client.ts';
import { Callout } from '../../ui/feedback/callout.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { plural } from '../../ui/words/format.ts';
import styles from './authority.module.css';

/** In the demonstration: files to try the import with. One of them came twice, and one was cut short on its way. */
export function DemonstrationOffer({ onImport }: { readonly onImport: (fileId: string) => void }) {
  const write = useCommand('authority.write-demonstration-returns');
  const show = useCommand('files.show-in-folder');
  const written = write.data;
  if (written) {
    return (
      <Callout
        tone="done"
        title={`${plural(written.files, 'return')} written`}
        live="status"
        actions={
          <>
            <Button size="small" onClick={() => onImport(written.fileId)}>
              Import them now
            </Button>
            <Button size="small" onClick={() => show.mutate({ fileId: written.fileId })}>
              Show in folder
            </Button>
          </>
        }
      >
        They are in “{written.folder}”, in the folder you chose. One came twice under another name, and one
        was cut short on its way.
      </Callout>
    );
  }
  return (
    <>
      {write.error && write.error.error.code !== 'cancelled' ? (
        <ErrorCallout title="The returns were not written" error={write.error.error} />
      ) : null}
      <div className={styles.offer}>
        <Text muted>
          This is the demonstration: its schools’ returns of the latest census can be written as files.
        </Text>
        <Button variant="quiet" loading={write.isPending} onClick={() => write.mutate({})}>
          Write the demonstration’s returns to a folder to try this…
        </Button>
      </div>
    </>
  );
}
