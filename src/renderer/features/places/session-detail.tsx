import { formatSession } from '#shared/domain/calendar/format-date.ts';
import { capitalise } from '#shared/text/exclusion-words.ts';
import { PersonName, usePersonName } from '../../ui/words/person-name.tsx';
import { cellSentence, isWaivable, ownPlaceIn, type BoardCell, type BoardRow } from './board-view.ts';
import { HeldTag } from './held-tag.tsx';
import { hideNames } from './hide-names.ts';
import { whoMay } from './who-may.ts';
import styles from './board.module.css';

interface SessionDetailProps {
  readonly row: BoardRow;
  readonly cell: BoardCell;
  readonly pupilId: string | undefined;
  readonly mayOverride: boolean;
}

/** The cell that has the focus, in words: what is free, who else is there, why it cannot take the pupil. */
export function SessionDetail({ row, cell, pupilId, mayOverride }: SessionDetailProps) {
  const personName = usePersonName();
  return (
    <div className={styles.detail}>
      <p>
        <strong>
          {row.name}, {formatSession(cell)}
        </strong>{' '}
        · {capitalise(cellSentence(cell, pupilId))}
        {cell.escort ? ' · the school sends somebody along that day' : ''}
      </p>
      {cell.cannot && !ownPlaceIn(cell, pupilId) ? (
        <p className={styles.cannot}>
          Cannot be booked: {lowerFirst(hideNames(cell.cannot, cell.pupils, personName))}.
          {isWaivable(cell)
            ? mayOverride
              ? ' This can be waived: press Space to put it in the run.'
              : ` This can be waived by: ${whoMay('places.override')}.`
            : ''}
        </p>
      ) : null}
      {cell.pupils.length > 0 ? (
        <ul className={styles.there} aria-label="Who is there">
          {cell.pupils.map((pupil) => (
            <li key={pupil.placeId}>
              <PersonName name={pupil.name} />
              {pupil.form ? <span className={styles.quiet}> {pupil.form}</span> : null}
              {pupil.purpose === 'respite' ? <span className={styles.quiet}> on a break</span> : null}
              {pupil.purpose === 'visiting' ? <span className={styles.quiet}> of another school</span> : null}
              {pupil.state === 'held' ? <HeldTag until={pupil.heldUntil} /> : null}
            </li>
          ))}
        </ul>
      ) : cell.state === 'open' ? (
        <p className={styles.quiet}>Nobody is there yet.</p>
      ) : null}
    </div>
  );
}

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('en-GB') + text.slice(1);
