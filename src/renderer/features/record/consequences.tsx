import { formatSession, formatDate } from '#shared/domain/calendar/format-date.ts';
import type { Session } from '#shared/domain/calendar/types.ts';
import type { ExclusionKind } from '#shared/domain/exclusions/types.ts';
import { formatLength } from '#shared/text/exclusion-words.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { WorkingList } from '../../ui/data/working-list.tsx';
import { Callout } from '../../ui/feedback/callout.tsx';
import { plural } from '../../ui/words/format.ts';
import type { Preview } from './form-problems.ts';
import styles from './record.module.css';

interface HeadlineProps {
  readonly kind: ExclusionKind;
  readonly start: Session | undefined;
  readonly preview: Preview;
}

/** "7.5 days", from when to when, and back when. */
export function Headline({ kind, start, preview }: HeadlineProps) {
  const { halfDays, end, returnsOn, summary } = preview;
  if (halfDays === undefined || end === undefined || start === undefined) return <p>{summary}</p>;
  const said = (session: Session) =>
    kind === 'lunchtime' ? formatDate(session.date) : formatSession(session);
  return (
    <div>
      <p className={styles.headline}>{formatLength(kind, halfDays)}</p>
      <p>
        {said(start)} to {said(end)}.{' '}
        {returnsOn === undefined
          ? 'The day of return is in a term whose dates are not entered.'
          : `Back ${kind === 'lunchtime' ? 'at lunch on ' : ''}${said(returnsOn)}.`}
      </p>
    </div>
  );
}

/** The count line by line, with the closed days it passed over. */
export function Working({ kind, preview }: { readonly kind: ExclusionKind; readonly preview: Preview }) {
  const count = preview.halfDays ?? 0;
  const total =
    kind === 'lunchtime'
      ? `${formatLength(kind, count)}, each half a day in the totals`
      : `${plural(count, 'session')} = ${formatLength(kind, count)}`;
  return <WorkingList lines={preview.working} total={total} />;
}

/** What to think of once more, in one place. */
export function Warnings({ preview, checking }: { readonly preview: Preview; readonly checking: boolean }) {
  const warnings = preview.problems.filter(
    // Whoever is still typing knows that the account is not there yet.
    ({ severity, field }) => severity === 'warning' && (checking || field !== 'incidentAccount'),
  );
  if (warnings.length === 0) return null;
  return (
    <Callout tone="due" title="Before you decide">
      <ul className={styles.warnings}>
        {warnings.map(({ message }) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </Callout>
  );
}

/** The legal day and the area's promise, apart: the one binds, the other is what the area holds itself to. */
export function Education({ preview }: { readonly preview: Preview }) {
  const { law, promise } = preview.educationDue;
  return (
    <ul className={styles.duties}>
      <li>
        <StatusTag tone={law ? 'due' : 'closed'}>By law</StatusTag>
        <span>{law ? law.text : 'Too short for the legal duty to begin. Work is to be set and marked.'}</span>
      </li>
      {promise ? (
        <li>
          <StatusTag tone="info">Promise</StatusTag>
          <span>{promise.text}</span>
        </li>
      ) : null}
    </ul>
  );
}
