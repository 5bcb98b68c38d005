import { Button } from '../../ui/form/button.tsx';
import { WarningIcon } from '../../ui/icons.ts';
import { Disclosure } from '../../ui/layout/disclosure.tsx';
import { plural } from '../../ui/words/format.ts';
import { groupWithout } from './group-without.ts';
import type { Suggestion } from './picked.ts';
import { WithoutReasons } from './without-reasons.tsx';
import styles from './suggestion.module.css';

interface WithoutBoxProps {
  readonly without: Suggestion['without'];
  readonly open: boolean;
  readonly onOpen: () => void;
}

/** Sessions that nobody can take, with every reason, and the way to what can be done about it. */
export function WithoutBox({ without, open, onOpen }: WithoutBoxProps) {
  if (without.length === 0) return null;
  return (
    <section className={styles.none} aria-labelledby="without">
      <h3 id="without" className={styles.title}>
        <WarningIcon size={16} aria-hidden="true" />
        {`Nobody can take ${plural(without.length, 'session')}`}
      </h3>
      <p>
        {groupWithout(without)
          .map(({ sessions }) => sessions)
          .join('; ')}
      </p>
      <Disclosure summary="Every reason">
        <WithoutReasons without={without} />
      </Disclosure>
      <div className={styles.buttons}>
        <Button size="small" expanded={open} onClick={onOpen}>
          What can be done
        </Button>
      </div>
    </section>
  );
}
