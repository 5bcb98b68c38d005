import type { Mark } from '#shared/domain/compare/types.ts';
import { markWords } from '#shared/text/compare-words.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { FlagIcon } from '../../ui/icons.ts';
import { VisuallyHidden } from '../../ui/words/visually-hidden.tsx';

interface Props {
  readonly mark: Mark;
  /** Only the letter, where the words stand over the table. */
  readonly short?: boolean;
}

/** X or O in words too: neither a colour nor a letter alone says which is the better. */
export function MarkTag({ mark, short = false }: Props) {
  const words = short ? (
    <>
      {mark}
      <VisuallyHidden>{markWords(mark).slice(1)}</VisuallyHidden>
    </>
  ) : (
    markWords(mark)
  );
  return mark === 'X' ? (
    <StatusTag tone="done">{words}</StatusTag>
  ) : (
    <StatusTag tone="due" icon={FlagIcon}>
      {words}
    </StatusTag>
  );
}
