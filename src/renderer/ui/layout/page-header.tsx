import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';
import { usePageFocus } from './page-focus.tsx';
import styles from './page.module.css';

export interface PageHeaderProps {
  /** The h1, and the window's title. */
  readonly title: string;
  /** Anything beside the title, such as a StatusTag. */
  readonly status?: ReactNode;
  /** A quiet line under the title: which day, which school, how many. */
  readonly context?: ReactNode;
  /** Buttons at the right. */
  readonly actions?: ReactNode;
  /** Leave the focus to a field of the page that asks for it (autoFocus). Default: the title takes it. */
  readonly keepFocus?: boolean | undefined;
}

/** Head of a page. After a change of page it takes the focus, so that reading starts there. */
export function PageHeader({ title, status, context, actions, keepFocus = false }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { address, arrived } = usePageFocus();
  const takeFocus = useEffectEvent(() => {
    if (arrived && !keepFocus) heading.current?.focus();
  });
  useEffect(() => takeFocus(), [address]);
  useEffect(() => {
    document.title = `${title} – First Day`;
  }, [title]);

  return (
    <header className={styles.header}>
      <div className={styles.words}>
        <div className={`${styles.row} ${styles.gap3} ${styles.alignCenter}`}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {status}
        </div>
        {context ? <div className={styles.context}>{context}</div> : null}
      </div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </header>
  );
}
