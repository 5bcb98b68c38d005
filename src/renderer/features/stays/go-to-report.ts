/** Where the report of the stay begins on its page. */
export const REPORT_ID = 'stay-report';

/** Brings the report into view and the focus to its first field. */
export function goToReport(): void {
  const report = document.getElementById(REPORT_ID);
  report?.scrollIntoView({ block: 'start' });
  (report?.querySelector<HTMLElement>('textarea, button') ?? report)?.focus({ preventScroll: true });
}
