import {
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { IconSearch, IconX } from '@tabler/icons-react';
import { IconButton } from '../form/icon-button.tsx';
import { useDelayed } from '../hooks/use-delayed.ts';
import { classes } from '../theme/classes.ts';
import { VisuallyHidden } from '../words/visually-hidden.tsx';
import { Field, type FieldProps } from './field.tsx';
import { TypeAheadOutcome, spokenOutcome } from './type-ahead-outcome.tsx';
import { useAsyncOptions, type LoadOptions } from './use-async-options.ts';
import control from './control.module.css';
import styles from './type-ahead.module.css';

export interface TypeAheadProps<Item> extends FieldProps {
  readonly value: Item | null;
  readonly onChange: (item: Item | null) => void;
  /** Finds the items for what was typed; throw (or reject) where it cannot. */
  readonly load: LoadOptions<Item>;
  readonly itemKey: (item: Item) => string;
  /** First line, and what the box holds once the item is chosen. */
  readonly itemLabel: (item: Item) => string;
  /** Second line, quieter. */
  readonly itemDetail?: ((item: Item) => ReactNode) | undefined;
  /** Anything at the right edge of the row, such as a StatusTag. */
  readonly itemAside?: ((item: Item) => ReactNode) | undefined;
  /** Letters typed before it looks; 0 also offers a list for an empty box. Default 1. */
  readonly minimum?: number | undefined;
  readonly placeholder?: string | undefined;
  /** What to do when nothing is found. */
  readonly emptyText?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly autoFocus?: boolean | undefined;
}

/** Type a few letters, pick from what is found: arrows, Enter, Escape. ARIA combobox with a list box. */
export function TypeAhead<Item>(props: TypeAheadProps<Item>) {
  const { value, onChange, load, itemKey, itemLabel, itemDetail, itemAside, minimum = 1 } = props;
  const {
    placeholder,
    emptyText = 'Check the spelling or try fewer letters.',
    disabled,
    autoFocus,
    ...field
  } = props;
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  const [text, setText] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);

  const typed = text ?? '';
  const searching = open && !disabled && typed.trim().length >= minimum;
  const options = useAsyncOptions(typed, load, searching);
  const items = 'items' in options ? options.items : [];
  const index = Math.min(active, items.length - 1);
  const slow = useDelayed(options.state === 'loading', 150);
  const answered = options.state === 'ready' && options.text === typed.trim();
  // Enter came before the answer to what was typed: the first of that answer is meant, never one of an older list.
  const [awaited, setAwaited] = useState(false);

  const close = () => {
    setOpen(false);
    setText(null);
    setActive(0);
    setAwaited(false);
  };
  const choose = (item: Item) => {
    onChange(item);
    close();
  };

  const chooseAwaited = useEffectEvent(() => {
    const [first] = items;
    if (first === undefined && document.activeElement !== input.current) close();
    else if (first === undefined) setAwaited(false);
    else choose(first);
  });
  useEffect(() => {
    if (awaited && answered) chooseAwaited();
  }, [awaited, answered]);

  // A box low on the page would show its list below the edge of the window.
  useEffect(() => {
    if (searching) popup.current?.scrollIntoView({ block: 'nearest' });
  }, [searching, items.length]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) setOpen(true);
      else if (items.length > 0)
        setActive((index + (event.key === 'ArrowDown' ? 1 : -1) + items.length) % items.length);
    } else if (event.key === 'Enter' && searching && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const item = items[index];
      if (!answered) setAwaited(true);
      else if (item !== undefined) choose(item);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };

  return (
    <Field {...field}>
      {(aria) => (
        <div className={styles.box}>
          <IconSearch size={16} className={styles.icon} aria-hidden="true" />
          <input
            {...aria}
            ref={input}
            className={classes(control.control, styles.input)}
            role="combobox"
            aria-expanded={searching}
            aria-controls={searching ? listId : undefined}
            aria-autocomplete="list"
            aria-activedescendant={searching && items[index] !== undefined ? `${listId}-${index}` : undefined}
            autoComplete="off"
            spellCheck={false}
            placeholder={placeholder}
            disabled={disabled}
            autoFocus={autoFocus}
            value={text ?? (value === null ? '' : itemLabel(value))}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setActive(0);
              setAwaited(false);
              setOpen(true);
              if (event.currentTarget.value === '' && value !== null) onChange(null);
            }}
            onClick={() => setOpen(true)}
            onBlur={() => {
              // A fast typist is in the next field before the answer comes: it is still taken.
              if (!awaited) close();
            }}
            onKeyDown={onKeyDown}
          />
          {value !== null && text === null && !disabled ? (
            <span className={styles.clear}>
              <IconButton
                icon={IconX}
                label={`Clear ${field.label.toLowerCase()}`}
                size="small"
                onClick={() => {
                  onChange(null);
                  input.current?.focus();
                }}
              />
            </span>
          ) : null}
          {searching ? (
            // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keeps the focus in the box, no more.
            <div ref={popup} className={styles.popup} onMouseDown={(event) => event.preventDefault()}>
              <ul id={listId} className={styles.list} role="listbox" aria-label={field.label}>
                {items.map((item, at) => (
                  // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the combobox keeps the focus and has the keys.
                  <li
                    key={itemKey(item)}
                    id={`${listId}-${at}`}
                    ref={at === index ? scrollIntoView : undefined}
                    className={styles.option}
                    role="option"
                    aria-selected={at === index}
                    onMouseMove={() => setActive(at)}
                    onClick={() => choose(item)}
                  >
                    <div className={styles.text}>
                      <div className={styles.label}>{itemLabel(item)}</div>
                      {itemDetail ? <div className={styles.detail}>{itemDetail(item)}</div> : null}
                    </div>
                    {itemAside?.(item)}
                  </li>
                ))}
              </ul>
              <TypeAheadOutcome options={options} slow={slow} typed={typed.trim()} emptyText={emptyText} />
            </div>
          ) : null}
          <VisuallyHidden>
            <span role="status">{searching ? spokenOutcome(options, typed.trim()) : ''}</span>
          </VisuallyHidden>
        </div>
      )}
    </Field>
  );
}

function scrollIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
