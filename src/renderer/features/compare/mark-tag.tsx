import type { Mark } from '#shared/domain/compare/types.ts';
import { markWords } from '#shared/text/compare-words.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { FlagIcon } from '../../ui/icons.ts';

/** X or O in words too: neither a colour nor a letter alone says which is the better. */
export function MarkTag({ mark }: { readonly mark: Mark }) {
  return mark === 'X' ? (
    <StatusTag tone="done">{markWords(mark)}</StatusTag>
  ) : (
    <StatusTag tone="due" icon={FlagIcon}>
      {markWords(mark)}
    </StatusTag>
  );
}
