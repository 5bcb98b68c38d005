import { useCurtain } from './curtain.tsx';
import { initials } from './initials.ts';
import { useListName } from './list-names.tsx';

/** `open`: of a record that was opened, or to choose from: the whole name, unless the curtain is drawn. */
type Shown = 'list' | 'open';

export interface PersonNameProps {
  readonly name: string;
  /** A pupil's name is hidden by the curtain; `staff` are shown always. */
  readonly kind?: 'pupil' | 'staff' | undefined;
  readonly as?: Shown | undefined;
}

/** A person's name; only the initials while the privacy curtain is drawn, and in lists where the school wants it so. */
export function PersonName({ name, kind = 'pupil', as }: PersonNameProps) {
  const nameOf = usePersonName(as);
  return kind === 'pupil' ? nameOf(name) : name;
}

/** The same for text that is not an element: a title, a label, an option. */
export function usePersonName(as: Shown = 'list'): (name: string) => string {
  const { drawn } = useCurtain();
  const listName = useListName();
  if (drawn) return initials;
  return as === 'list' ? listName : (name) => name;
}
