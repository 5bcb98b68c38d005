/**
 * The time of day (`HH:MM`) that somebody typed: "9.30", "9:30 am", "0930", "1 pm", "13.00". Undefined when it is
 * none. A bare hour from 1 to 6 is taken as afternoon: no provider starts or ends then in the night.
 */
export function parseTime(text: string): string | undefined {
  const found = /^(\d{1,2})(?:[.: ]?(\d{2}))?\s*(am|pm)?$/i.exec(text.trim());
  if (!found) return undefined;
  const [, hourText = '', minuteText = '00', half] = found;
  const typed = Number(hourText);
  const minute = Number(minuteText);
  if (typed > 23 || minute > 59 || (half && (typed < 1 || typed > 12))) return undefined;
  const afternoon = half
    ? half.toLowerCase() === 'pm'
    : !hourText.startsWith('0') && typed >= 1 && typed <= 6;
  const hour = half ? (typed % 12) + (afternoon ? 12 : 0) : typed + (afternoon ? 12 : 0);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
