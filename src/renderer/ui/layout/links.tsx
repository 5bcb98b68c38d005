import { createLink } from '@tanstack/react-router';
import type { Icon } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import { classes } from '../theme/classes.ts';
import button from '../form/button.module.css';

/** A link in running text or a table, to a route of the app: `<TextLink to="/pupils/$pupilId" params={{ pupilId }}>`. */
export const TextLink = createLink(({ children, ...props }: ComponentProps<'a'>) => (
  <a {...props}>{children}</a>
));

interface ButtonAnchorProps extends ComponentProps<'a'> {
  readonly variant?: 'primary' | 'secondary' | 'quiet';
  readonly size?: 'normal' | 'small';
  readonly icon?: Icon;
}

function ButtonAnchor({
  variant = 'secondary',
  size,
  icon: IconOf,
  className,
  children,
  ...props
}: ButtonAnchorProps) {
  const look = classes(button.button, button[variant], size === 'small' && button.small, className);
  return (
    <a {...props} className={look}>
      {IconOf ? <IconOf size={16} aria-hidden="true" /> : null}
      {children}
    </a>
  );
}

/** A way to another page that looks like a button. */
export const ButtonLink = createLink(ButtonAnchor);
