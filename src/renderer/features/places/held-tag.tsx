import { sayInstant } from '#shared/text/provider-words.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { sayLeft } from './hold-left.ts';
import { useNow } from './use-now.ts';

/** That a place is held, and for how long still. */
export function HeldTag({ until }: { readonly until: string | undefined }) {
  const now = useNow();
  return (
    <span title={until === undefined ? undefined : `Held until ${sayInstant(until)}`}>
      <StatusTag tone="held">{until === undefined ? 'Held' : `Held, ${sayLeft(until, now)}`}</StatusTag>
    </span>
  );
}
