import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { AppError } from '#shared/kernel/result.ts';
import { OperationError, useCommand } from '../../api/client.ts';
import type { DraftInput } from './form-state.ts';

/** A pause in typing after which the draft is kept, and the longest that it waits while somebody types on (ms). */
const PAUSE = 2000;
const LONGEST = 10_000;

/** The draft as main knows it. */
export interface SavedDraft {
  readonly id: string;
  readonly version: number;
}

export type SavingState =
  | { readonly type: 'nothing-to-save' | 'unsaved' | 'saving' }
  | { readonly type: 'saved'; readonly at: string }
  | { readonly type: 'failed'; readonly error: AppError };

export interface DraftSaving {
  readonly state: SavingState;
  readonly saved: SavedDraft | undefined;
  /** Keeps what is on the screen now; undefined when it could not be kept (`state` says why). */
  readonly saveNow: () => Promise<SavedDraft | undefined>;
  /** Saves from now on as a new draft: what is on record under the old one stays as it is. */
  readonly saveAsNew: () => Promise<SavedDraft | undefined>;
  /** What is on the screen as it was last kept, or read, as JSON of the operation’s input; undefined for a new draft. */
  readonly lastKept: () => string | undefined;
  /** From now on the draft is the one that somebody else saved; what differs from it on the screen is saved over it. */
  readonly goOnFrom: (draft: SavedDraft, theirs: DraftInput | undefined) => void;
  /** No more saving: the case was issued or discarded. */
  readonly stop: () => void;
}

/**
 * Keeps a draft by itself: two seconds after the last change, at once when the page is left or the window closes. One
 * save at a time, so that each carries the version the last one gave.
 */
export function useDraftSaving(
  input: DraftInput | undefined,
  touched: boolean,
  initial: SavedDraft | undefined,
): DraftSaving {
  const command = useCommand('exclusions.save-draft');
  const [state, setState] = useState<SavingState>({ type: 'nothing-to-save' });
  const [saved, setSaved] = useState(initial);
  const text = input === undefined ? undefined : JSON.stringify(input);
  const latest = useRef({ input, text, touched });
  const known = useRef({ draft: initial, text: initial === undefined ? undefined : text });
  const running = useRef<Promise<SavedDraft | undefined> | undefined>(undefined);
  const waitingSince = useRef<number | undefined>(undefined);
  const stopped = useRef(false);

  const save = async (): Promise<SavedDraft | undefined> => {
    const now = latest.current;
    if (now.input === undefined || stopped.current) return known.current.draft;
    if (now.text === known.current.text) return known.current.draft;
    waitingSince.current = undefined;
    setState({ type: 'saving' });
    try {
      const draft = await command.mutateAsync({ ...now.input, ...known.current.draft });
      known.current = { draft, text: now.text };
      setSaved(draft);
      setState({ type: 'saved', at: new Date().toISOString() });
      return draft;
    } catch (error) {
      const shown: AppError =
        error instanceof OperationError
          ? error.error
          : {
              code: 'internal',
              message: 'The draft could not be saved. What you typed is still on the screen.',
            };
      setState({ type: 'failed', error: shown });
      return undefined;
    }
  };
  const latestSave = useRef(save);

  const saveNow = useCallback((): Promise<SavedDraft | undefined> => {
    const run = (running.current ?? Promise.resolve(undefined)).then(() => latestSave.current());
    running.current = run;
    return run;
  }, []);

  const failed = state.type === 'failed';
  useEffect(() => {
    if (!touched || text === undefined || text === known.current.text || failed) return undefined;
    setState((was) => (was.type === 'saving' ? was : { type: 'unsaved' }));
    waitingSince.current ??= Date.now();
    const wait = Math.max(0, Math.min(PAUSE, LONGEST - (Date.now() - waitingSince.current)));
    const timer = setTimeout(() => void saveNow(), wait);
    return () => clearTimeout(timer);
    // A failed save is tried again when somebody asks for it, not every two seconds.
  }, [text, touched, failed, saveNow]);

  const stuck = useRef(failed);
  // What runs later than this render (a timer, the closing window) sees the screen as it then is.
  useLayoutEffect(() => {
    latest.current = { input, text, touched };
    latestSave.current = save;
    stuck.current = failed;
  });
  useEffect(() => {
    const leave = () => {
      if (latest.current.touched && !stuck.current) void saveNow();
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [saveNow]);

  return {
    state,
    saved,
    saveNow,
    saveAsNew: useCallback(() => {
      known.current = { draft: undefined, text: undefined };
      setSaved(undefined);
      return saveNow();
    }, [saveNow]),
    lastKept: useCallback(() => known.current.text, []),
    goOnFrom: useCallback(
      (draft: SavedDraft, theirs: DraftInput | undefined) => {
        known.current = { draft, text: theirs === undefined ? undefined : JSON.stringify(theirs) };
        setSaved(draft);
        setState({ type: 'saved', at: new Date().toISOString() });
        // Once what was chosen is on the screen.
        setTimeout(() => void saveNow(), 0);
      },
      [saveNow],
    ),
    stop: useCallback(() => {
      stopped.current = true;
    }, []),
  };
}
