import type { Mark } from '#shared/domain/compare/types.ts';
import { markWords } from '#shared/text/compare-words.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';

/** X or O in words too: neither a colour nor a letter alone says which is the better. */
export function MarkTag({ mark }: { readonly mark: Mark }) {
  return <StatusTag tone={mark === 'X' ? 'done' : 'due'}>{markWords(mark)}</StatusTag>;
}
