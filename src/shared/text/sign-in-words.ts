import { Temporal } from 'temporal-polyfill';

/** When the next password is looked at, as a time on the clock and how long that is. */
export function whenAgain(until: string, now: string): string {
  const seconds = Math.max(1, Math.ceil((Date.parse(until) - Date.parse(now)) / 1000));
  const time = Temporal.Instant.from(until).toZonedDateTimeISO('Europe/London');
  const clock = `${time.hour}.${String(time.minute).padStart(2, '0')} and ${time.second} seconds`;
  const help = seconds > 300 ? ' An administrator can give you a new password before then.' : '';
  return `The next one is looked at ${inWords(seconds)}, at ${clock}.${help}`;
}

function inWords(seconds: number): string {
  if (seconds < 90) return seconds === 1 ? 'in a second' : `in ${seconds} seconds`;
  return `in ${Math.ceil(seconds / 60)} minutes`;
}
