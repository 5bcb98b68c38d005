import { useCurtain } from './curtain.tsx';
import { initials } from './initials.ts';

export interface PersonNameProps {
  readonly name: string;
  /** A pupil's name is hidden by the curtain; `staff` are shown always. */
  readonly kind?: 'pupil' | 'staff' | undefined;
}

/** A person's name, or only the initials while the privacy curtain is drawn. */
export function PersonName({ name, kind = 'pupil' }: PersonNameProps) {
  const { drawn } = useCurtain();
  return drawn && kind === 'pupil' ? initials(name) : name;
}

/** The same for text that is not an element: a title, a label, an option. */
export function usePersonName(): (name: string) => string {
  const { drawn } = useCurtain();
  return (name) => (drawn ? initials(name) : name);
}
