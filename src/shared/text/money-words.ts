const POUNDS = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });
const WHOLE_POUNDS = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  maximumFractionDigits: 0,
});

/** "£38.50" from pence; large sums, from £1,000, in whole pounds. */
export const sayMoney = (pence: number): string =>
  Math.abs(pence) >= 100_000 ? WHOLE_POUNDS.format(pence / 100) : POUNDS.format(pence / 100);
