import { Temporal } from 'temporal-polyfill';

/** An instant of the clock (UTC ISO) as returns carry it: England time to the second, without a zone. */
export const censusDateTime = (instant: string): string =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO('Europe/London')
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' });
