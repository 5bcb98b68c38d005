/** The time of day in England of an instant (UTC ISO), as the app writes times: `9.12`. */
export const clockTime = (instant: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: 'numeric', minute: '2-digit' })
    .format(new Date(instant))
    .replace(':', '.')
    .replace(/^0(?=\d\.)/, '');
