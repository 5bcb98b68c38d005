const FOCUSABLE = 'a[href], button, input, select, textarea, [tabindex="0"]';

/** Moves the focus to the next part of the window (rail, top bar, page, status strip), as F6 does on Windows. */
export function cycleRegions(): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  for (let step = 1; step <= regions.length; step += 1) {
    const region = regions[(at + step) % regions.length];
    const target = region?.matches('main') ? region : region?.querySelector<HTMLElement>(FOCUSABLE);
    if (target) {
      target.focus();
      return;
    }
  }
}
