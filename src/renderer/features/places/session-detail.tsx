import { formatSession } from '#shared/domain/calendar/format-date.ts';
import { capitalise } from '#shared/text/exclusion-words.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { PersonName } from '../../ui/words/person-name.tsx';
import { cellSentence, ownPlaceIn, type BoardCell, type BoardRow } from './board-view.ts';
import styles from './board.module.css';

interface SessionDetailProps {
  readonly row: BoardRow;
  readonly cell: BoardCell;
  readonly exclusionId: string | undefined;
}

/** The cell that has the focus, in words: what is free, who else is there, why it cannot take the pupil. */
export function SessionDetail({ row, cell, exclusionId }: SessionDetailProps) {
  return (
    <div className={styles.detail}>
      <p>
        <strong>
          {row.name}, {formatSession(cell)}
        </strong>{' '}
        · {capitalise(cellSentence(cell, exclusionId))}
      </p>
      {cell.pupils.length > 0 ? (
        <ul className={styles.there} aria-label="Who is there">
          {cell.pupils.map((pupil) => (
            <li key={pupil.placeId}>
              <PersonName name={pupil.name} />
              {pupil.form ? <span className={styles.quiet}> {pupil.form}</span> : null}
              {pupil.state === 'held' ? <StatusTag tone="held">Held</StatusTag> : null}
            </li>
          ))}
        </ul>
      ) : cell.state === 'open' ? (
        <p className={styles.quiet}>Nobody is there yet.</p>
      ) : null}
      {cell.cannot && !ownPlaceIn(cell, exclusionId) ? (
        <p className={styles.quiet}>Cannot be booked: {lowerFirst(cell.cannot)}.</p>
      ) : null}
    </div>
  );
}

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('en-GB') + text.slice(1);
