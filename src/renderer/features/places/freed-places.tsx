import { Callout } from '../../ui/feedback/callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { TextLink } from '../../ui/layout/links.tsx';
import { PersonName } from '../../ui/words/person-name.tsx';
import type { Freed } from './use-booking.ts';
import styles from './board.module.css';

interface FreedPlacesProps {
  readonly freed: Freed;
  readonly onClose: () => void;
}

/** Who waits for the places that were just given up, with the way to give them one. */
export function FreedPlaces({ freed, onClose }: FreedPlacesProps) {
  if (freed.length === 0) return null;
  return (
    <Callout
      tone="info"
      live="status"
      title="Somebody is waiting for this"
      actions={
        <Button size="small" onClick={onClose}>
          Close
        </Button>
      }
    >
      <ul className={styles.plainList}>
        {freed.map(({ exclusionId, name, providerName }) => (
          <li key={`${exclusionId} ${providerName}`}>
            <TextLink to="/places" search={{ exclusion: exclusionId }}>
              <PersonName name={name} />
            </TextLink>{' '}
            is waiting for this place at {providerName}.
          </li>
        ))}
      </ul>
    </Callout>
  );
}
