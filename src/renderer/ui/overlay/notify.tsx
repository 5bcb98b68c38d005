import { notifications } from '@mantine/notifications';
import { toneIcons, type Tone } from '../theme/tone.ts';
import { classes } from '../theme/classes.ts';
import { Button } from '../form/button.tsx';
import tones from '../theme/tone.module.css';
import styles from './notify.module.css';

export interface NotifyOptions {
  readonly tone?: Tone | undefined;
  /** What happened: "Exclusion issued". */
  readonly title: string;
  /** Where it is, or what comes next. */
  readonly text?: string | undefined;
  /** Undo, or a way to it; keeps the toast up for 12 seconds. */
  readonly action?: { readonly label: string; readonly onSelect: () => void } | undefined;
}

/** Says in passing what a command did. An error that needs an answer belongs in a Callout on the page. */
export function notify({ tone = 'done', title, text, action }: NotifyOptions): void {
  const IconOf = toneIcons[tone];
  // The newest says what happened last; older ones would wait in a queue and speak out of turn.
  notifications.clean();
  const id = notifications.show({
    title,
    icon: <IconOf size={20} aria-hidden="true" />,
    message: (
      <span className={styles.message}>
        {text ? <span>{text}</span> : null}
        {action ? (
          <Button
            size="small"
            variant="quiet"
            onClick={() => {
              notifications.hide(id);
              action.onSelect();
            }}
          >
            {action.label}
          </Button>
        ) : null}
      </span>
    ),
    role: tone === 'overdue' ? 'alert' : 'status',
    autoClose: tone === 'overdue' ? false : action ? 12_000 : 6000,
    closeButtonProps: { 'aria-label': 'Dismiss' },
    classNames: {
      root: classes(styles.toast, tones[tone]),
      icon: styles.icon ?? '',
      title: styles.title ?? '',
      description: styles.text ?? '',
      closeButton: styles.close ?? '',
    },
  });
}
