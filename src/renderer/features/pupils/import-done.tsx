import { useEffect, useRef } from 'react';
import { Callout } from '../../ui/feedback/callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { plural } from '../../ui/words/format.ts';
import type { Imported } from './use-pupil-import.ts';

interface ImportDoneProps {
  readonly imported: Imported;
  readonly onAnotherFile: () => void;
}

/** What was imported, and where it is now. */
export function ImportDone({ imported: { counts, fileName }, onAnotherFile }: ImportDoneProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('a')?.focus(), []);
  return (
    <div ref={box}>
      <Callout
        tone="done"
        title={`Imported ${fileName}`}
        live="status"
        actions={
          <>
            <ButtonLink to="/pupils" variant="primary">
              Go to pupils
            </ButtonLink>
            <Button onClick={onAnotherFile}>Import another file</Button>
          </>
        }
      >
        {countWords(counts)} The history of each pupil says what changed.
      </Callout>
    </div>
  );
}

function countWords({ new: added, changed, unchanged }: Imported['counts']): string {
  const parts = [
    added > 0 ? `${plural(added, 'pupil')} added` : '',
    changed > 0 ? `${plural(changed, 'pupil')} changed` : '',
    unchanged > 0 ? `${plural(unchanged, 'pupil')} already as in the file` : '',
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}
