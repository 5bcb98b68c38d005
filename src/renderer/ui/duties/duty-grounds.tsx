import { Text } from '../layout/text.tsx';
import { WorkingList } from '../data/working-list.tsx';
import type { DutyShown } from './types.ts';
import styles from './duties.module.css';

/** Why a duty is owed, how its day was counted, and the rule with its source. */
export function DutyGrounds({ duty }: { readonly duty: DutyShown }) {
  const { why, working, source, certainty, reading } = duty;
  return (
    <div className={styles.grounds}>
      <p>{why}</p>
      {working.length > 0 ? <WorkingList lines={working} label="How its day was counted" /> : null}
      <Text small muted>
        Rule: {source}
        {certainty === 'unconfirmed' ? '. Taken from a restatement, not from the source itself.' : null}
      </Text>
      {reading === undefined ? null : (
        <Text small muted>
          How we read it: {reading}
        </Text>
      )}
    </div>
  );
}
