import { PURPOSE_WORDS } from '#shared/text/placement-words.ts';
import { StatusTag } from '../data/status-tag.tsx';
import { TextLink } from '../layout/links.tsx';
import { DateText } from '../words/date-text.tsx';
import { plural } from '../words/format.ts';
import { PersonName } from '../words/person-name.tsx';
import { useToday } from '../words/today.tsx';
import styles from './stays.module.css';
import type { StayListed } from './types.ts';

interface StayListProps {
  readonly stays: readonly StayListed[];
  /** What each is called: by its provider on a pupil's page, by its pupil on a provider's. */
  readonly named: 'provider' | 'pupil';
}

/** Stays with what came of them, each a way to its page. */
export function StayList({ stays, named }: StayListProps) {
  return (
    <ul className={styles.stays}>
      {stays.map((stay) => (
        <li key={stay.placementId}>
          <span className={styles.stay}>
            <TextLink to="/places/stays/$placementId" params={{ placementId: stay.placementId }}>
              {named === 'provider' ? stay.providerName : <PersonName name={stay.name} />}
            </TextLink>
            <span className={styles.detail}>
              <DateText date={stay.from} form={stay.from === stay.to ? 'long' : 'short'} />
              {stay.from === stay.to ? null : (
                <>
                  {' to '}
                  <DateText date={stay.to} />
                </>
              )}
              {stay.purpose === 'exclusion' ? null : ` · ${PURPOSE_WORDS[stay.purpose]}`}
            </span>
          </span>
          <Standing stay={stay} />
        </li>
      ))}
    </ul>
  );
}

function Standing({ stay }: { readonly stay: StayListed }) {
  const today = useToday();
  const { cancelled, from, to, sessions, attended, open } = stay;
  if (cancelled) return <StatusTag tone="closed">Cancelled</StatusTag>;
  return (
    <>
      <StatusTag tone={to < today ? 'done' : 'info'}>
        {from > today ? plural(sessions, 'session') : `Attended ${String(attended)} of ${String(sessions)}`}
      </StatusTag>
      {open > 0 ? <StatusTag tone="due">{String(open)} to do</StatusTag> : null}
    </>
  );
}
