/** "£38.50" for 3850 pence, "£1,250" for whole pounds. */
export function formatPence(pence: number): string {
  const whole = pence % 100 === 0;
  const pounds = (pence / 100).toLocaleString('en-GB', {
    minimumFractionDigits: whole ? 0 : 2,
    maximumFractionDigits: 2,
  });
  return `£${pounds}`;
}
