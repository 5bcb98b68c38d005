import type { OperationOutput } from '#shared/contract/contract.ts';
import { alteredWords, returnedWords, type SaidExclusion } from '#shared/text/difference-words.ts';
import { useOperation } from '../../api/client.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { PersonName } from '../../ui/words/person-name.tsx';
import styles from './returns.module.css';

type Found = OperationOutput<'returns.differences'>;

/** What a version has more, less or other than the version before it, exclusion by exclusion. */
export function Differences({ receiptId }: { readonly receiptId: string }) {
  const differences = useOperation('returns.differences', { receiptId });
  return (
    <Loaded query={differences} what="what altered">
      {(found) => <Lists found={found} />}
    </Loaded>
  );
}

function Lists({ found }: { readonly found: Found }) {
  const { former, known, added, takenOut, altered, same } = found;
  if (!former) return <p className={styles.muted}>The first version: there is none to compare it with.</p>;
  if (!known) {
    return (
      <p className={styles.muted}>
        Version {former.version} was made before First Day kept what was sent, so only the counts can be
        compared.
      </p>
    );
  }
  const changes = added.length + takenOut.length + altered.length;
  if (changes === 0)
    return (
      <p>
        The same as version {former.version}, in all {same} exclusions.
      </p>
    );
  return (
    <div className={styles.differences}>
      <h3>Against version {former.version}</h3>
      <List title="Added" exclusions={added} />
      <List title="Taken out" exclusions={takenOut} />
      {altered.length > 0 ? (
        <>
          <h4>Altered</h4>
          <ul>
            {altered.map(({ before, after, fields }) => (
              <li key={keyOf(after)}>
                <Whose of={after} />: {returnedWords(before)}.{' '}
                {fields.map((field) => `${alteredWords(field, before, after)}.`).join(' ')}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p className={styles.muted}>{same} the same.</p>
    </div>
  );
}

function List({ title, exclusions }: { readonly title: string; readonly exclusions: Found['added'] }) {
  if (exclusions.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {exclusions.map((one) => (
          <li key={keyOf(one)}>
            <Whose of={one} />: {returnedWords(one)}
          </li>
        ))}
      </ul>
    </>
  );
}

const Whose = ({ of: { surname, forename } }: { readonly of: SaidExclusion }) => (
  <PersonName name={`${surname}, ${forename}`} />
);

const keyOf = ({ upn, startDate, startSession, category }: SaidExclusion): string =>
  `${upn} ${startDate} ${startSession} ${category}`;
