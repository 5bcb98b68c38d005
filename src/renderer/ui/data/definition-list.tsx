import type { ReactNode } from 'react';
import { classes } from '../theme/classes.ts';
import styles from './definition-list.module.css';

export interface DefinitionListProps {
  readonly items: readonly { readonly term: string; readonly detail: ReactNode }[];
  /** `rows` (default): term and detail side by side. `columns`: term over detail, several a line. */
  readonly layout?: 'rows' | 'columns' | undefined;
}

/** Facts with their names. */
export function DefinitionList({ items, layout = 'rows' }: DefinitionListProps) {
  return (
    <dl className={classes(styles.list, layout === 'columns' && styles.side)}>
      {items.map(({ term, detail }) => (
        <div key={term} className={styles.pair}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
