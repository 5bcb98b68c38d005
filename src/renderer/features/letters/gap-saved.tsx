import { assertNever } from '#shared/kernel/assert-never.ts';
import { Callout } from '../../ui/feedback/callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { formatTime } from '../../ui/words/format.ts';
import styles from './letters.module.css';
import type { GapSaving, GapState } from './use-gap-saving.ts';

/** Whether what was typed into the gaps is kept; when it is not, why, and the ways on. */
export function GapSaved({ saving: { state, saveNow, keepMine, forget } }: { readonly saving: GapSaving }) {
  if (state.type !== 'failed') {
    return (
      <p className={styles.saved} role="status">
        {wordsOf(state)}
      </p>
    );
  }
  return (
    <Callout
      tone="overdue"
      title="Not kept yet"
      live="alert"
      actions={
        state.error.code === 'conflict' ? (
          <>
            <Button size="small" onClick={() => void keepMine()}>
              Keep mine
            </Button>
            <Button size="small" onClick={forget}>
              Take the other version
            </Button>
          </>
        ) : (
          <Button size="small" onClick={() => void saveNow()}>
            Try again
          </Button>
        )
      }
    >
      {state.error.message}
    </Callout>
  );
}

function wordsOf(state: Exclude<GapState, { readonly type: 'failed' }>): string {
  switch (state.type) {
    case 'nothing-to-save':
      return '';
    case 'unsaved':
      return 'Keeps itself in a moment';
    case 'saving':
      return 'Keeping…';
    case 'saved':
      return `Kept at ${formatTime(state.at)}`;
    default:
      return assertNever(state);
  }
}
