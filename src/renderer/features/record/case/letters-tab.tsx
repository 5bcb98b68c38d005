import { EmptyState } from '../../../ui/feedback/empty-state.tsx';
import { LetterIcon } from '../../../ui/icons.ts';
import { Disclosure } from '../../../ui/layout/disclosure.tsx';
import { Panel } from '../../../ui/layout/panel.tsx';
import { plural } from '../../../ui/words/format.ts';
import styles from './case.module.css';
import { LetterEntry } from './letter-entry.tsx';
import type { LetterRow } from './types.ts';

interface LettersTabProps {
  readonly exclusionId: string;
  readonly letters: readonly LetterRow[];
}

/** The letters and notices of the case: those the rules ask for first, each with what was sent. */
export function LettersTab({ exclusionId, letters }: LettersTabProps) {
  const shown = letters.filter(({ needed, issues }) => needed || issues.length > 0);
  const others = letters.filter((letter) => !shown.includes(letter));
  const toSend = shown.filter(({ needed, state }) => needed && state !== 'issued').length;
  const list = (rows: readonly LetterRow[]) => (
    <ul className={styles.letters}>
      {rows.map((letter) => (
        <LetterEntry key={letter.templateId} exclusionId={exclusionId} letter={letter} />
      ))}
    </ul>
  );
  return (
    <Panel
      title="Letters and notices"
      context={
        shown.length === 0
          ? undefined
          : toSend === 0
            ? 'All that are needed were sent'
            : `${plural(toSend, 'letter')} to send`
      }
      flush
    >
      {shown.length === 0 ? (
        <EmptyState icon={LetterIcon} title="No letter is needed in this case">
          When something happens in it, the letters that follow from it appear here.
        </EmptyState>
      ) : (
        list(shown)
      )}
      {others.length === 0 ? null : (
        <div className={styles.former}>
          <Disclosure
            summary={`${plural(others.length, 'other letter')}, not asked for by the rules in this case`}
          >
            {list(others)}
          </Disclosure>
        </div>
      )}
    </Panel>
  );
}
