import type { ReactNode } from 'react';
import { Button } from '../../ui/form/button.tsx';
import { useCurtain } from '../../ui/words/curtain.tsx';

/** Sentences that may name pupils: behind the privacy curtain there is only the way to see them. */
export function NamedText({ children }: { readonly children: ReactNode }) {
  const { drawn, toggle } = useCurtain();
  if (!drawn) return children;
  return (
    <>
      The reasons may name pupils, and names are hidden now.{' '}
      <Button size="small" variant="quiet" onClick={toggle}>
        Show names
      </Button>
    </>
  );
}
