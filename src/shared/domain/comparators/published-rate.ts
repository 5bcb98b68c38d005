/**
 * A rate as the Department publishes it: incidents per 100 pupils on roll in the January census, rounded to two decimals
 * and written without noughts at the end ("4.76", "0.1"). Undefined without pupils.
 * Source: definitions of the statistics of exclusions (rate = incidents / pupils x 100).
 */
export function publishedRate(incidents: number, headcount: number): string | undefined {
  if (headcount <= 0) return undefined;
  return String(Math.round((incidents * 10_000) / headcount) / 100);
}
