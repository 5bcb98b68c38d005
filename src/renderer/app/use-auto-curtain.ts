import { useEffect } from 'react';
import { onEvent } from '../api/bridge.ts';
import { useCurtain } from '../ui/words/curtain.tsx';

const WHY = 'A screen was connected. Ctrl+Shift+H shows names again.';

/** Draws the curtain when main notices a further screen: a projector shows what stands here to a room. */
export function useAutoCurtain(): void {
  const { draw } = useCurtain();
  useEffect(
    () =>
      onEvent((event) => {
        if (event.type === 'curtain') draw(WHY);
      }),
    [draw],
  );
}
