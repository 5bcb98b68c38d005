import { Callout } from '../../ui/feedback/callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import styles from './record.module.css';
import type { DraftSaving } from './use-draft-saving.ts';

interface DraftTroublesProps {
  readonly saving: DraftSaving;
  /** Shows the draft as it is on record, in place of what is on the screen. */
  readonly onReopen: (() => void) | undefined;
}

/** A draft that could not be kept: why, and the ways on. What was typed stays on the screen in every case. */
export function DraftTroubles({ saving, onReopen }: DraftTroublesProps) {
  const { state } = saving;
  if (state.type !== 'failed') return null;
  const { code, message } = state.error;
  const elsewhere = code === 'conflict' || code === 'not-found';
  return (
    <div className={styles.troubles}>
      <Callout
        tone="overdue"
        title="The draft is not saved yet"
        live="alert"
        actions={
          elsewhere ? (
            <>
              <Button size="small" onClick={() => void saving.saveAsNew()}>
                Keep mine as a new draft
              </Button>
              {code === 'conflict' && onReopen ? (
                <Button size="small" onClick={onReopen}>
                  Reopen the other version
                </Button>
              ) : null}
            </>
          ) : (
            <Button size="small" onClick={() => void saving.saveNow()}>
              Try again
            </Button>
          )
        }
      >
        {message}
      </Callout>
    </div>
  );
}
