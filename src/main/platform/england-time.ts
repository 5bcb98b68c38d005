const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** An instant (UTC ISO) as England's clock shows it, `YYYY-MM-DDTHH:mm:ss`: the form in headers of returns. */
export const englandTime = (instant: string): string => parts.format(new Date(instant)).replace(' ', 'T');
