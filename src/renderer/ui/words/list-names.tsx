import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import { useHotkey } from '../hooks/use-hotkey.ts';
import { initialsApart } from './initials-apart.ts';

/** How a name stands in a list: itself, or the initials that tell it from the others of the page. */
type ListName = (name: string) => string;

const ListNamesContext = createContext<ListName>((name) => name);

interface ListNamesProps {
  /** The setting: initials in lists. */
  readonly initials: boolean;
  /** The page shown; names that were asked for are hidden again on the next one. */
  readonly page: string;
  readonly children: ReactNode;
}

/** Pages that are lists show initials in place of pupils' names, until they are asked for with one key. */
export function ListNames({ initials, page, children }: ListNamesProps) {
  const [shownOn, setShownOn] = useState<string>();
  const hidden = initials && shownOn !== page;
  useHotkey('Ctrl+Shift+L', () => setShownOn(hidden ? page : undefined), {
    enabled: initials,
    description: 'Names in this list in place of initials',
  });
  // Numbers are given page by page, in the order in which names are drawn.
  const name = useMemo<ListName>(
    () => (hidden && page !== '' ? initialsApart() : (full) => full),
    [hidden, page],
  );
  return <ListNamesContext value={name}>{children}</ListNamesContext>;
}

export const useListName = (): ListName => use(ListNamesContext);
