import type { OperationOutput } from '#shared/contract/contract.ts';
import { TextLink } from '../../ui/layout/links.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import styles from './case/case.module.css';

interface WorkedListProps {
  readonly worked: OperationOutput<'reintegration.what-worked'>['worked'];
  /** The privacy curtain is drawn: what people wrote may name somebody. */
  readonly drawn: boolean;
}

/** What helped, each with the exclusion it followed and the day of the meeting. */
export function WorkedList({ worked, drawn }: WorkedListProps) {
  return (
    <ul className={styles.worked}>
      {worked.map(({ exclusionId, school, startDate, heldOn, whatWorked }) => (
        <li key={exclusionId ?? `${startDate} ${whatWorked}`}>
          <span className={styles.account}>{drawn ? '…' : whatWorked}</span>
          <span className={styles.who}>
            After the{' '}
            {exclusionId === undefined ? (
              <>
                exclusion of <DateText date={startDate} /> at {school}
              </>
            ) : (
              <TextLink to="/record" search={{ exclusion: exclusionId, tab: 'return' }}>
                exclusion of <DateText date={startDate} />
              </TextLink>
            )}
            {heldOn === undefined ? null : (
              <>
                , meeting <DateText date={heldOn} />
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
