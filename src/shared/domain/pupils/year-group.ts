/**
 * The National Curriculum year of a roll's code as a number, Reception ("R") being 0; null for other codes (nursery,
 * not followed) and where there is none.
 */
export function yearGroupOf(ncYear: string | null): number | null {
  if (ncYear === null) return null;
  if (ncYear.trim().toUpperCase() === 'R') return 0;
  const year = Number(ncYear);
  return /^\d{1,2}$/.test(ncYear.trim()) && year >= 1 && year <= 14 ? year : null;
}
