import { StatusTag } from '../../ui/data/status-tag.tsx';
import { PlaceIcon } from '../../ui/icons.ts';
import { CaseStateTag } from '../../ui/data/case-state-tag.tsx';
import { ButtonLink, TextLink } from '../../ui/layout/links.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { SessionText } from '../../ui/words/session-text.tsx';
import { plural } from '../../ui/words/format.ts';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import { useToday } from '../../ui/words/today.tsx';
import { CaseLinks } from './case-links.tsx';
import type { PupilFound } from './pupil-found.ts';
import { useMay } from '../../api/use-may.ts';
import styles from './pupil.module.css';

type Exclusion = PupilFound['exclusions'][number];

interface ExclusionEntryProps {
  readonly exclusion: Exclusion;
  /** Whether its open duties and letters are counted; older cases only lead there. */
  readonly counted: boolean;
}

/** One exclusion: what, when, why, where the pupil is taught meanwhile, and what is still without a place. */
export function ExclusionEntry({ exclusion, counted }: ExclusionEntryProps) {
  const { id, state, title, reasons, places } = exclusion;
  const mayBook = useMay('places.book');
  const mayOpen = useMay('exclusions.view');
  const over = useIsOver(exclusion);
  return (
    <li className={state === 'draft' ? styles.draft : styles.issued}>
      <div className={styles.head}>
        {mayOpen ? (
          <TextLink to="/record" search={{ exclusion: id }} className={styles.title}>
            {title}
          </TextLink>
        ) : (
          <span className={styles.title}>{title}</span>
        )}
        <CaseStateTag state={state} />
      </div>
      <Dates exclusion={exclusion} />
      {reasons.length > 0 ? <p className={styles.line}>{reasons.join('; ')}</p> : null}
      {places.length > 0 ? (
        <ul className={styles.places}>
          {places.map(({ providerName, state: placeState, sessions }) => (
            <li key={`${providerName} ${placeState}`}>
              <StatusTag tone={placeState === 'held' ? 'held' : 'done'}>
                {plural(sessions, 'session')} {placeState === 'held' ? 'held' : 'booked'}
              </StatusTag>{' '}
              {providerName}
            </li>
          ))}
        </ul>
      ) : null}
      {state !== 'draft' && mayOpen ? <CaseLinks exclusionId={id} counted={counted} /> : null}
      {state !== 'draft' && exclusion.uncovered > 0 ? (
        <div className={styles.head}>
          {over ? (
            <p className={styles.line}>{plural(exclusion.uncovered, 'session')} had no place.</p>
          ) : (
            <>
              <StatusTag tone="overdue">{plural(exclusion.uncovered, 'session')} without a place</StatusTag>
              {mayBook ? (
                <ScreenOnly>
                  <ButtonLink to="/places" search={{ exclusion: id }} size="small" icon={PlaceIcon}>
                    Find a place
                  </ButtonLink>
                </ScreenOnly>
              ) : null}
            </>
          )}
        </div>
      ) : null}
    </li>
  );
}

function Dates({ exclusion }: { readonly exclusion: Exclusion }) {
  const { kind, startDate, startSlot, endDate, endSlot } = exclusion;
  if (startDate === undefined) return null;
  if (kind === 'lunchtime') {
    return (
      <p className={styles.line}>
        <DateText date={startDate} />
        {endDate === undefined || endDate === startDate ? null : (
          <>
            {' to '}
            <DateText date={endDate} />
          </>
        )}
      </p>
    );
  }
  if (startDate === endDate && startSlot === 'am' && endSlot === 'pm') {
    return (
      <p className={styles.line}>
        <DateText date={startDate} />, all day
      </p>
    );
  }
  const single = startDate === endDate && startSlot === endSlot;
  return (
    <p className={styles.line}>
      {endDate === undefined ? 'From ' : null}
      <SessionText date={startDate} slot={startSlot ?? 'am'} />
      {endDate === undefined || single ? null : (
        <>
          {' to '}
          <SessionText date={endDate} slot={endSlot ?? 'pm'} />
        </>
      )}
    </p>
  );
}

/** A permanent exclusion is never over; its places are planned for the first weeks alone. */
function useIsOver({ endDate }: Exclusion): boolean {
  const today = useToday();
  return endDate !== undefined && endDate < today;
}
