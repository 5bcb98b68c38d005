import { saySessions } from '#shared/text/provider-words.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { plural } from '../../ui/words/format.ts';
import { PersonName } from '../../ui/words/person-name.tsx';
import type { PutOut } from './use-provider-save.ts';
import styles from './provider.module.css';

/** Pupils with the places that a change takes from each. */
export function PutOutList({ putOut, label }: { readonly putOut: PutOut; readonly label: string }) {
  const pupils = new Map<string, PutOut>();
  for (const place of putOut) pupils.set(place.pupilId, [...(pupils.get(place.pupilId) ?? []), place]);
  return (
    <ul className={styles.putOut} aria-label={label}>
      {[...pupils].map(([pupilId, places]) => (
        <li key={pupilId}>
          <span className={styles.who}>
            <strong>
              <PersonName name={places[0]?.name ?? ''} />
            </strong>{' '}
            {places[0]?.form}
            {places.every(({ state }) => state === 'held') ? <StatusTag tone="held">Held</StatusTag> : null}
          </span>
          <span className={styles.lost}>
            {plural(places.length, 'place')}: {saySessions(places)}
          </span>
        </li>
      ))}
    </ul>
  );
}
