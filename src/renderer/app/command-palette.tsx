import { useId, useState, type KeyboardEvent } from 'react';
import { Loader } from '../ui/feedback/loader.tsx';
import { useDelayed } from '../ui/hooks/use-delayed.ts';
import { Dialog } from '../ui/overlay/dialog.tsx';
import { Kbd } from '../ui/words/kbd.tsx';
import { VisuallyHidden } from '../ui/words/visually-hidden.tsx';
import { plural } from '../ui/words/format.ts';
import type { Destination } from './destinations.ts';
import { usePaletteItems, type PaletteItem } from './use-palette-items.ts';
import type { Session } from './use-session.ts';
import styles from './command-palette.module.css';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly session: Session;
  readonly destinations: readonly Destination[];
}

const GROUPS = ['Pupils', 'Exclusions', 'Providers', 'Screens and commands'] as const;

/** Ctrl+K: type a name, a UPN, a provider or a command, and go there. */
export function CommandPalette(props: Props) {
  return (
    <Dialog open={props.open} onClose={props.onClose} title="Search anywhere" width={600}>
      <PaletteSearch {...props} />
    </Dialog>
  );
}

function PaletteSearch({ onClose, session, destinations }: Props) {
  const listId = useId();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const { items, searching, failed } = usePaletteItems(text, session, destinations);
  const slow = useDelayed(searching, 200);
  const index = Math.min(active, items.length - 1);
  const go = (item: PaletteItem) => {
    onClose();
    item.open();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = items[index];
    if (step !== undefined && items.length > 0) {
      event.preventDefault();
      setActive((index + step + items.length) % items.length);
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      go(chosen);
    }
  };

  return (
    <div className={styles.palette}>
      <input
        className={styles.input}
        data-autofocus
        role="combobox"
        aria-label="Search anywhere"
        aria-expanded={items.length > 0}
        aria-controls={items.length > 0 ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={items[index] ? `${listId}-${index}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder="Name, UPN, provider or command"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      {items.length > 0 ? (
        <div id={listId} className={styles.list} role="listbox" aria-label="What was found">
          {GROUPS.map((group) => (
            <PaletteGroup
              key={group}
              group={group}
              items={items}
              listId={listId}
              active={index}
              onMove={setActive}
              onGo={go}
            />
          ))}
        </div>
      ) : null}
      <div className={styles.foot} role="status">
        {failed ? (
          'The search of pupils and providers did not work. Type again to retry.'
        ) : slow ? (
          <Loader label="Searching" />
        ) : items.length === 0 && !searching ? (
          `Nothing found for “${text.trim()}”. Try fewer letters.`
        ) : (
          <VisuallyHidden>{plural(items.length, 'result')}</VisuallyHidden>
        )}
      </div>
    </div>
  );
}

interface GroupProps {
  readonly group: string;
  readonly items: readonly PaletteItem[];
  readonly listId: string;
  readonly active: number;
  readonly onMove: (index: number) => void;
  readonly onGo: (item: PaletteItem) => void;
}

function PaletteGroup({ group, items, listId, active, onMove, onGo }: GroupProps) {
  const own = items.map((item, index) => ({ item, index })).filter(({ item }) => item.group === group);
  if (own.length === 0) return null;
  return (
    <div role="group" aria-label={group}>
      <div className={styles.group} aria-hidden="true">
        {group}
      </div>
      {own.map(({ item, index }) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the combobox keeps the focus and has the keys.
        <div
          key={item.key}
          id={`${listId}-${index}`}
          ref={index === active ? scrollIntoView : undefined}
          className={styles.item}
          role="option"
          aria-selected={index === active}
          onMouseMove={() => onMove(index)}
          onClick={() => onGo(item)}
        >
          <item.icon size={18} aria-hidden="true" />
          <span className={styles.label}>{item.label}</span>
          {item.detail ? <span className={styles.detail}>{item.detail}</span> : null}
          {item.shortcut ? <Kbd keys={item.shortcut} /> : null}
        </div>
      ))}
    </div>
  );
}

function scrollIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
