import { assertNever } from '#shared/kernel/assert-never.ts';
import { formatTime } from '../../ui/words/format.ts';
import styles from './record.module.css';
import type { SavingState } from './use-draft-saving.ts';

/** Whether what is on the screen is kept. */
export function SavingText({ state }: { readonly state: SavingState }) {
  return (
    <span className={styles.saving} role="status">
      {wordsOf(state)}
    </span>
  );
}

function wordsOf(state: SavingState): string {
  switch (state.type) {
    case 'nothing-to-save':
      return '';
    case 'unsaved':
      return 'Draft: saves itself in a moment';
    case 'saving':
      return 'Saving the draft…';
    case 'saved':
      return `Draft saved at ${formatTime(state.at)}`;
    case 'failed':
      return 'The draft is not saved yet';
    default:
      return assertNever(state);
  }
}
