import type { ExclusionState } from '#shared/domain/exclusions/types.ts';
import type { Tone } from '../theme/tone.ts';
import { StatusTag } from './status-tag.tsx';

const STATES: Readonly<Record<ExclusionState, { readonly tone: Tone; readonly words: string }>> = {
  draft: { tone: 'info', words: 'Draft, counts nowhere' },
  issued: { tone: 'done', words: 'Issued' },
  upheld: { tone: 'done', words: 'Upheld' },
  reinstated: { tone: 'held', words: 'Reinstated' },
  overturned: { tone: 'held', words: 'Overturned' },
  cancelled: { tone: 'closed', words: 'Cancelled' },
  withdrawn: { tone: 'closed', words: 'Withdrawn' },
  ended: { tone: 'closed', words: 'Ended' },
};

interface CaseStateTagProps {
  readonly state: ExclusionState;
  /** The state with its day, where main says it: "cancelled on Mon 9 June 2025". */
  readonly text?: string | undefined;
}

/** Where a case stands: its word and its tone. */
export function CaseStateTag({ state, text }: CaseStateTagProps) {
  const { tone, words } = STATES[state];
  const said =
    text === undefined || text === '' ? words : text.charAt(0).toLocaleUpperCase('en-GB') + text.slice(1);
  return <StatusTag tone={tone}>{said}</StatusTag>;
}
