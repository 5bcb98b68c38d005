import { Callout } from '../../../ui/feedback/callout.tsx';
import { StatusTag } from '../../../ui/data/status-tag.tsx';
import { LetterIcon } from '../../../ui/icons.ts';
import { ButtonLink, TextLink } from '../../../ui/layout/links.tsx';
import { DateText } from '../../../ui/words/date-text.tsx';
import { plural } from '../../../ui/words/format.ts';
import { VisuallyHidden } from '../../../ui/words/visually-hidden.tsx';
import styles from './case.module.css';
import type { LetterRow } from './types.ts';

interface LetterEntryProps {
  readonly exclusionId: string;
  readonly letter: LetterRow;
}

/** One letter: to whom and why, whether it is ready, and each time it was sent. */
export function LetterEntry({ exclusionId, letter }: LetterEntryProps) {
  const { templateId, title, party, why, state, issues } = letter;
  const stale = [...new Set(issues.at(-1)?.stale ?? [])];
  return (
    <li className={styles.letter}>
      <div className={styles.dutyHead}>
        <span className={styles.dutyState}>
          <LetterTag letter={letter} />
        </span>
        <div className={styles.dutyWords}>
          <p className={styles.dutyTitle}>{title}</p>
          <p className={styles.dutyDue}>
            {party} · {why}
          </p>
        </div>
        <div className={styles.dutyAction}>
          <ButtonLink
            to="/record/letter"
            search={{ exclusion: exclusionId, letter: templateId }}
            size="small"
            icon={LetterIcon}
          >
            {state === 'not-issued' ? 'Open' : 'Write it again'}
            <VisuallyHidden>: {title}</VisuallyHidden>
          </ButtonLink>
        </div>
      </div>
      {state === 'stale' ? (
        <Callout tone="overdue" title="Out of date: the record has changed since it was sent">
          <ul className={styles.plain}>
            {stale.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </Callout>
      ) : null}
      {issues.length === 0 ? null : (
        <ul className={styles.sent} aria-label={`Sent: ${title}`}>
          {issues.map(({ issueId, sentTo, sentHow, sentOn, issuedBy }) => (
            <li key={issueId}>
              Sent <DateText date={sentOn} /> to {sentTo}, {sentHow}, by {issuedBy}.{' '}
              <TextLink
                to="/record/letter"
                search={{ exclusion: exclusionId, letter: templateId, issue: issueId }}
              >
                See it as it was sent
                <VisuallyHidden>
                  {' '}
                  on <DateText date={sentOn} />
                </VisuallyHidden>
              </TextLink>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function LetterTag({ letter: { needed, state, missing } }: { readonly letter: LetterRow }) {
  if (state === 'stale') return <StatusTag tone="overdue">Out of date</StatusTag>;
  if (state === 'issued') return <StatusTag tone="done">Sent</StatusTag>;
  if (missing > 0)
    return <StatusTag tone={needed ? 'due' : 'closed'}>{plural(missing, 'gap')} to fill</StatusTag>;
  return needed ? <StatusTag tone="info">Ready</StatusTag> : <StatusTag tone="closed">Not needed</StatusTag>;
}
