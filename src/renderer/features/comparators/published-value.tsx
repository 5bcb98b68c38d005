import { publishedNumber, signWords } from '#shared/text/published-words.ts';
import { Tooltip } from '../../ui/overlay/tooltip.tsx';
import { VisuallyHidden } from '../../ui/words/visually-hidden.tsx';

/** A published figure; a sign in place of one with its meaning, for eyes and for screen readers. */
export function PublishedValue({ value }: { readonly value: string }) {
  const meaning = signWords(value);
  if (meaning === undefined) return <>{publishedNumber(value)}</>;
  return (
    <Tooltip text={meaning}>
      <span>
        {value === '' ? '–' : value}
        <VisuallyHidden> ({meaning})</VisuallyHidden>
      </span>
    </Tooltip>
  );
}
