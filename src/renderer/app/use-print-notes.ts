import { useEffect } from 'react';
import { invoke } from '../api/bridge.ts';

/** Tells the audit trail which screen is put on paper, whichever way printing was asked for. */
export function usePrintNotes(screen: string, exclusionId: string | undefined): void {
  useEffect(() => {
    const note = () =>
      void invoke('audit.note-print', { screen, ...(exclusionId === undefined ? {} : { exclusionId }) });
    window.addEventListener('beforeprint', note);
    return () => window.removeEventListener('beforeprint', note);
  }, [screen, exclusionId]);
}
