import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { AppError } from '#shared/kernel/result.ts';
import { fetchOperation, OperationError, useCommand } from '../../api/client.ts';
import { fillGaps, typedOf, type Typed } from './fill-gaps.ts';
import type { Opened } from './types.ts';

/** A pause in typing after which it is kept (ms). */
const PAUSE = 800;

export type GapState =
  | { readonly type: 'nothing-to-save' | 'unsaved' | 'saving' }
  | { readonly type: 'saved'; readonly at: string }
  | { readonly type: 'failed'; readonly error: AppError };

export interface GapSaving {
  /** What was typed since the letter was read. */
  readonly typed: Typed;
  readonly state: GapState;
  readonly type: (key: string, value: string) => void;
  /** Keeps what is typed now; `ok` is false when it could not be kept (`state` says why). */
  readonly saveNow: () => Promise<{ readonly ok: boolean; readonly version: number | undefined }>;
  /** After a conflict: what is on the screen goes over what somebody else typed. */
  readonly keepMine: () => Promise<void>;
  /** After a conflict: forgets what is on the screen. */
  readonly forget: () => void;
}

/** Keeps what is typed into a letter's gaps by itself, one save at a time. */
export function useGapSaving({ exclusionId, templateId, version, gaps }: Opened): GapSaving {
  const command = useCommand('letters.save');
  const [typed, setTyped] = useState<Typed>({});
  const [state, setState] = useState<GapState>({ type: 'nothing-to-save' });
  const input = typedOf(fillGaps(gaps, typed));
  const text = JSON.stringify(typed);
  const latest = useRef({ input, text });
  const known = useRef({ version, text: '{}' });
  const running = useRef<Promise<boolean>>(Promise.resolve(true));

  const save = async (): Promise<boolean> => {
    const now = latest.current;
    if (now.text === known.current.text) return true;
    setState({ type: 'saving' });
    try {
      const given = known.current.version;
      const kept = await command.mutateAsync({
        exclusionId,
        templateId,
        ...(given === undefined ? {} : { version: given }),
        gaps: now.input,
      });
      known.current = { version: kept.version, text: now.text };
      setState({ type: 'saved', at: new Date().toISOString() });
      return true;
    } catch (error) {
      setState({
        type: 'failed',
        error:
          error instanceof OperationError
            ? error.error
            : { code: 'internal', message: 'It could not be kept. What you typed is still on the screen.' },
      });
      return false;
    }
  };
  const latestSave = useRef(save);
  // What runs later than this render (a timer, a page that is left) sees the screen as it then is.
  useLayoutEffect(() => {
    latest.current = { input, text };
    latestSave.current = save;
  });

  const queue = useCallback(() => {
    running.current = running.current.then(() => latestSave.current());
    return running.current;
  }, []);
  const failed = state.type === 'failed';
  useEffect(() => {
    if (failed || text === known.current.text) return undefined;
    const timer = setTimeout(() => void queue(), PAUSE);
    return () => clearTimeout(timer);
  }, [text, failed, queue]);
  useEffect(() => {
    const leave = () => void queue();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [queue]);

  return {
    typed,
    state,
    type: (key, value) => {
      setTyped((was) => ({ ...was, [key]: value }));
      setState((was) => (was.type === 'saving' || was.type === 'failed' ? was : { type: 'unsaved' }));
    },
    saveNow: async () => ({ ok: await queue(), version: known.current.version }),
    keepMine: async () => {
      const fresh = await fetchOperation('letters.open', { exclusionId, templateId });
      known.current = { ...known.current, version: fresh.version };
      await queue();
    },
    forget: () => {
      setTyped({});
      known.current = { version, text: '{}' };
      setState({ type: 'nothing-to-save' });
    },
  };
}
