import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react';
import styles from './duties.module.css';

interface PanelledProps {
  readonly label: string;
  readonly onSend: () => void;
  readonly onClose: () => void;
  readonly busy: boolean;
  readonly children: ReactNode;
}

/**
 * A small form that opens in place and takes the focus. Enter in a line of it sends it, Escape closes it; when it goes, the focus returns to
 * what had it before.
 */
export function Panelled({ label, onSend, onClose, busy, children }: PanelledProps) {
  const box = useRef<HTMLFormElement>(null);
  // Asked while drawing: by the time of an effect a field of the form already has the focus.
  const [before] = useState(() => document.activeElement);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || busy) return;
    // A dialog over the form has the key to itself.
    if (document.querySelector('[aria-modal="true"]')) return;
    event.preventDefault();
    onClose();
  });
  useEffect(() => {
    const { current } = box;
    const listen = (event: KeyboardEvent) => onKey(event);
    current?.addEventListener('keydown', listen);
    return () => current?.removeEventListener('keydown', listen);
  }, []);
  useEffect(() => {
    const form = box.current;
    form?.scrollIntoView({ block: 'nearest' });
    // A form none of whose fields asks for the focus has it at its first.
    if (form && !form.contains(document.activeElement)) {
      form.querySelector<HTMLElement>('input:not(:disabled), select, textarea')?.focus();
    }
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [before]);
  return (
    <form
      ref={box}
      className={styles.note}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSend();
      }}
    >
      {children}
    </form>
  );
}
