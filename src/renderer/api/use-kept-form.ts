import { useEffect, useEffectEvent, useRef } from 'react';
import { notify } from '../ui/overlay/notify.tsx';
import { invoke } from './bridge.ts';

/** How long typing pauses before it is kept, in milliseconds. */
const PAUSE = 350;

/**
 * Keeps a half-filled form in main's memory, so that a reload or a crash of the window loses nothing; never on disk.
 * Where something was kept under the key, `set` gets it once. `key` names the form and whom it is of, by ids; `values`
 * is plain data. Who saves, closes or leaves the form ends it: only a reload does not.
 */
export function useKeptForm<T>(key: string, values: T, set: (values: T) => void): void {
  const text = JSON.stringify(values);
  /** What main has, or what the form opened with. */
  const known = useRef(text);
  const turn = useRef(0);

  const takeBack = useEffectEvent((kept: string) => {
    // What is typed while the answer is under way is newer than what was kept.
    if (text !== known.current || kept === text) return;
    known.current = kept;
    // Main gives back the text that this very form wrote.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    set(JSON.parse(kept) as T);
    notify({ tone: 'info', title: 'What you had typed is back', text: 'The window was loaded again.' });
  });

  useEffect(() => {
    turn.current += 1;
    const own = turn.current;
    void invoke('forms.kept', { key }).then((answer) => {
      if (turn.current === own && answer.ok && answer.value.values !== undefined)
        takeBack(answer.value.values);
    });
    return () => {
      // A reload runs no clean-up. While the window is locked main refuses to drop: the form comes back with its person.
      // In development each form is unmounted once on trial: whoever is back at once has not left.
      queueMicrotask(() => {
        if (turn.current === own) void invoke('forms.drop', { key });
      });
    };
  }, [key]);

  useEffect(() => {
    if (text === known.current) return undefined;
    const later = setTimeout(() => {
      known.current = text;
      void invoke('forms.keep', { key, values: text });
    }, PAUSE);
    return () => clearTimeout(later);
  }, [key, text]);
}
