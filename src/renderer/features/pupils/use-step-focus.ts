import { useEffect, useRef, type RefObject } from 'react';

/**
 * Moves the focus into the next step when the step before is gone, so that nobody is left on a control that is no
 * longer there. A step that takes the focus itself (an error summary, the result) keeps it.
 */
export function useStepFocus(step: string): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    if (!box.current?.contains(document.activeElement)) box.current?.focus();
  }, [step]);
  return box;
}
