import { useState } from 'react';
import { Callout } from '../../ui/feedback/callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { BothVersions } from './both-versions.tsx';
import styles from './record.module.css';
import type { RecordCase } from './use-record-case.ts';

interface DraftTroublesProps {
  readonly record: Pick<RecordCase, 'form' | 'change' | 'saving'>;
  /** Shows the draft as it is on record, in place of what is on the screen. */
  readonly onReopen: (() => void) | undefined;
}

/** A draft that could not be kept: why, and the ways on. What was typed stays on the screen in every case. */
export function DraftTroubles({ record, onReopen }: DraftTroublesProps) {
  const { saving } = record;
  const { state, saved } = saving;
  const [comparing, setComparing] = useState(false);
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
              {code === 'conflict' && saved ? (
                <Button size="small" variant="primary" onClick={() => setComparing(true)}>
                  Compare both versions
                </Button>
              ) : null}
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
      {saved && comparing ? (
        <BothVersions exclusionId={saved.id} record={record} onClose={() => setComparing(false)} />
      ) : null}
    </div>
  );
}
