import { TARGET_STATE_WORDS } from '#shared/text/support-plan-words.ts';
import { StatusTag } from '../data/status-tag.tsx';
import type { Tone } from '../theme/tone.ts';
import { useCurtain } from '../words/curtain.tsx';
import styles from './support.module.css';
import type { Target } from './types.ts';

const TONES: Readonly<Record<Target['state'], Tone>> = {
  open: 'info',
  met: 'done',
  'partly-met': 'due',
  'not-met': 'overdue',
  dropped: 'closed',
};

/** How a target stands, in a word. */
export function TargetTag({ state }: { readonly state: Target['state'] }) {
  return <StatusTag tone={TONES[state]}>{TARGET_STATE_WORDS[state]}</StatusTag>;
}

interface TargetListProps {
  readonly targets: readonly Target[];
  /** Without how it is seen and what is done. */
  readonly brief?: boolean | undefined;
}

/** The targets of a plan, how each stands and what is done towards it. */
export function TargetList({ targets, brief = false }: TargetListProps) {
  const { drawn } = useCurtain();
  const whole = !brief && !drawn;
  return (
    <ul className={brief ? styles.brief : styles.plain}>
      {targets.map(({ id, target, measure, support, state, notMetTwice }) => (
        <li key={id}>
          <div className={styles.line}>
            <span className={styles.words}>{drawn ? '…' : target}</span>
            <TargetTag state={state} />
          </div>
          {measure && whole ? <span className={styles.under}>Met when: {measure}</span> : null}
          {support && whole ? <span className={styles.under}>What is done: {support}</span> : null}
          {notMetTwice ? (
            <span className={styles.under}>Not met at two reviews: for the inclusion panel</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
