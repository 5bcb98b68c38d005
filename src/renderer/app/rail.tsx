import { Link } from '@tanstack/react-router';
import { IconButton } from '../ui/form/icon-button.tsx';
import { useMediaQuery } from '../ui/hooks/use-media-query.ts';
import { useStoredFlag } from '../ui/hooks/use-stored-flag.ts';
import { NextIcon, PreviousIcon } from '../ui/icons.ts';
import { Tooltip } from '../ui/overlay/tooltip.tsx';
import { classes } from '../ui/theme/classes.ts';
import { Kbd } from '../ui/words/kbd.tsx';
import { VisuallyHidden } from '../ui/words/visually-hidden.tsx';
import { BrandMark } from './brand-mark.tsx';
import type { Destination } from './destinations.ts';
import styles from './frame.module.css';

/** The screens of this role. Icons alone where the window is narrow, or where the user wants the room. */
export function Rail({ destinations }: { readonly destinations: readonly Destination[] }) {
  const narrow = useMediaQuery('(max-width: 1100px)');
  const [folded, setFolded] = useStoredFlag('first-day-rail-folded');
  const slim = narrow || folded;
  return (
    <nav className={classes(styles.rail, slim && styles.railSlim)} aria-label="Screens" data-region>
      <div className={styles.brand}>
        <BrandMark />
        {slim ? <VisuallyHidden>First Day</VisuallyHidden> : 'First Day'}
      </div>
      <ul className={styles.items}>
        {destinations.map((destination) => (
          <li key={destination.to}>
            <RailItem destination={destination} slim={slim} />
          </li>
        ))}
      </ul>
      {narrow ? null : (
        <div className={styles.railFoot}>
          <IconButton
            icon={folded ? NextIcon : PreviousIcon}
            label={folded ? 'Show the names of the screens' : 'Show icons alone'}
            onClick={() => setFolded(!folded)}
          />
        </div>
      )}
    </nav>
  );
}

function RailItem({ destination, slim }: { readonly destination: Destination; readonly slim: boolean }) {
  const { to, label, icon: IconOf, shortcut } = destination;
  return (
    <Tooltip text={slim ? (shortcut ? `${label} (${shortcut})` : label) : undefined} side="right">
      <Link to={to} className={styles.item} aria-keyshortcuts={shortcut?.replace('Ctrl', 'Control')}>
        <IconOf size={20} stroke={1.75} aria-hidden="true" />
        {slim ? <VisuallyHidden>{label}</VisuallyHidden> : <span className={styles.itemLabel}>{label}</span>}
        {shortcut && !slim ? (
          <span aria-hidden="true">
            <Kbd keys={shortcut} />
          </span>
        ) : null}
      </Link>
    </Tooltip>
  );
}
