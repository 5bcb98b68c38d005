import { StatusTag } from '../../ui/data/status-tag.tsx';
import type { Tone } from '../../ui/theme/tone.ts';
import type { Row } from './types.ts';
import styles from './support.module.css';

const TONES: Readonly<Record<Row['prompts'][number]['kind'], Tone>> = {
  'no-key-worker': 'due',
  'review-due': 'due',
  'sign-off-proposed': 'info',
  left: 'due',
  'no-meeting': 'overdue',
};

/** What an entry asks for, in words and tone. */
export function PromptTags({ prompts }: { readonly prompts: Row['prompts'] }) {
  if (prompts.length === 0) return <span className={styles.quiet}>Nothing</span>;
  return (
    <span className={styles.tags}>
      {prompts.map(({ kind, text }) => (
        <StatusTag key={kind} tone={TONES[kind]}>
          {text}
        </StatusTag>
      ))}
    </span>
  );
}
