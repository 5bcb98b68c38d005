const METRES_A_MILE = 1609.344;

/** A distance in miles, to a tenth, as it is typed and read in England. */
export const toMiles = (metres: number): number => Math.round((metres / METRES_A_MILE) * 10) / 10;

/** Whole metres of a distance in miles. */
export const fromMiles = (miles: number): number => Math.round(miles * METRES_A_MILE);

/** "2.4 miles", "1 mile", "less than 0.1 miles". */
export function formatMiles(metres: number): string {
  const miles = toMiles(metres);
  if (miles === 0) return 'less than 0.1 miles';
  return miles === 1 ? '1 mile' : `${String(miles)} miles`;
}
