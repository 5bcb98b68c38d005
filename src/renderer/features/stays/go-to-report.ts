/** Where the report of the stay begins on its page. */
export const REPORT_ID = 'stay-report';

/** Brings the report into view and the focus to its first field; to its first button where it is finished. */
export function goToReport(): void {
  const report = document.getElementById(REPORT_ID);
  report?.scrollIntoView({ block: 'start' });
  const first =
    report?.querySelector<HTMLElement>('textarea') ?? report?.querySelector<HTMLElement>('button');
  (first ?? report)?.focus({ preventScroll: true });
}
