import { StatusTag } from '../../ui/data/status-tag.tsx';
import type { Row } from './types.ts';
import styles from './support.module.css';

/** What an entry asks for, in words and tone. */
export function PromptTags({ prompts }: { readonly prompts: Row['prompts'] }) {
  if (prompts.length === 0) return <span className={styles.quiet}>Nothing</span>;
  return (
    <span className={styles.tags}>
      {prompts.map(({ kind, text }) => (
        <StatusTag key={kind} tone={kind === 'no-meeting' ? 'overdue' : 'due'}>
          {text}
        </StatusTag>
      ))}
    </span>
  );
}
