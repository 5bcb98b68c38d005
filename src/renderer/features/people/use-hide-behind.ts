import { useLayoutEffect, type RefObject } from 'react';

const HIDDEN = 'data-behind-lock';

/**
 * Hides all of the page but one element of its body, for eyes, keyboard and screen readers alike, and puts it back as
 * it was with the focus where it was. Nothing is unmounted: what was typed stays.
 */
export function useHideBehind(front: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const focused = document.activeElement;
    const title = document.title;
    const hide = () => {
      for (const element of document.body.children) {
        if (element === front.current || !(element instanceof HTMLElement) || element.inert) continue;
        element.inert = true;
        element.setAttribute(HIDDEN, '');
      }
    };
    hide();
    document.title = 'Locked – First Day';
    // Messages and menus are put into the body as they come.
    const watch = new MutationObserver(hide);
    watch.observe(document.body, { childList: true });
    return () => {
      watch.disconnect();
      for (const element of document.querySelectorAll<HTMLElement>(`[${HIDDEN}]`)) {
        element.inert = false;
        element.removeAttribute(HIDDEN);
      }
      document.title = title;
      if (focused instanceof HTMLElement) focused.focus();
    };
  }, [front]);
}
