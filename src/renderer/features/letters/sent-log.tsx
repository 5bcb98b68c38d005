import { StatusTag } from '../../ui/data/status-tag.tsx';
import { TextLink } from '../../ui/layout/links.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { InstantText } from '../../ui/words/instant-text.tsx';
import { VisuallyHidden } from '../../ui/words/visually-hidden.tsx';
import styles from './letters.module.css';
import type { Issue } from './types.ts';

interface SentLogProps {
  readonly exclusionId: string;
  readonly templateId: string;
  readonly issues: readonly Issue[];
}

/** Each time the letter was sent, newest first, each to be seen exactly as it went. */
export function SentLog({ exclusionId, templateId, issues }: SentLogProps) {
  if (issues.length === 0) return null;
  const newest = issues.toSorted((one, other) => (one.issuedAt < other.issuedAt ? 1 : -1));
  return (
    <Panel title="What was sent">
      <ol className={styles.log}>
        {newest.map(({ issueId, sentTo, sentHow, sentOn, issuedBy, issuedAt, stale }) => (
          <li key={issueId}>
            <p>
              <DateText date={sentOn} /> to {sentTo}, {sentHow}{' '}
              {stale.length > 0 ? <StatusTag tone="overdue">Out of date</StatusTag> : null}
            </p>
            <p className={styles.quiet}>
              Logged by {issuedBy}, <InstantText instant={issuedAt} />
            </p>
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
      </ol>
    </Panel>
  );
}
