import { useState } from 'react';
import { SIGN_OFF_RULE_WORDS, sayWeeks } from '#shared/text/support-words.ts';
import { Button } from '../../ui/form/button.tsx';
import { DoneIcon, HistoryIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { useCurtain } from '../../ui/words/curtain.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { ReviewForm } from './review-form.tsx';
import styles from './support.module.css';
import type { Entry } from './types.ts';

interface ReviewPanelProps {
  readonly entry: Entry;
  readonly mayEdit: boolean;
}

/** The periods of support, and what a review decides: signed off, or reassigned for another period. */
export function ReviewPanel({ entry, mayEdit }: ReviewPanelProps) {
  const { drawn } = useCurtain();
  const [open, setOpen] = useState<'sign-off' | 'reassign'>();
  const { periodWeeks, signOff } = entry.procedure;
  return (
    <Panel title="Review" context={`Every ${sayWeeks(periodWeeks)}. ${SIGN_OFF_RULE_WORDS[signOff]}.`}>
      <Stack gap={3}>
        <ol className={styles.plain}>
          {entry.periods.map(({ from, reviewOn, by, why }) => (
            <li key={from + reviewOn}>
              <DateText date={from} /> to <DateText date={reviewOn} />
              {why ? (
                <span className={styles.under}>
                  Reassigned by {by}: {drawn ? '…' : why}
                </span>
              ) : null}
            </li>
          ))}
        </ol>
        {mayEdit && open === undefined ? (
          <div className={styles.buttons}>
            <Button icon={DoneIcon} onClick={() => setOpen('sign-off')}>
              Sign off…
            </Button>
            <Button icon={HistoryIcon} onClick={() => setOpen('reassign')}>
              Reassign…
            </Button>
          </div>
        ) : null}
        {mayEdit && open !== undefined ? (
          <ReviewForm key={open} entry={entry} as={open} onClose={() => setOpen(undefined)} />
        ) : null}
      </Stack>
    </Panel>
  );
}
