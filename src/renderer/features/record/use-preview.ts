import { useMemo } from 'react';
import { useOperation } from '../../api/client.ts';
import { useDebounced } from '../../ui/hooks/use-debounced.ts';
import type { DraftInput } from './form-state.ts';

/** Typing goes on while the last answer is shown; a new one is asked for a beat after a key (ms). */
const BEAT = 80;

const NOBODY: DraftInput = { pupilId: 'nobody', kind: 'fixed-period' };

/** What the case on the screen would mean; nothing while no pupil is chosen. */
export function usePreview(input: DraftInput | undefined, draftId: string | undefined) {
  const asked = useMemo(
    () => (input === undefined || draftId === undefined ? input : { ...input, id: draftId }),
    [input, draftId],
  );
  const settled = useDebounced(asked, BEAT);
  return useOperation('exclusions.preview', settled ?? NOBODY, {
    enabled: settled !== undefined,
    keepPrevious: true,
  });
}
