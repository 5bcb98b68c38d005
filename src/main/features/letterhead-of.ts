import type { Letterhead, Person } from '#shared/domain/letters/types.ts';

/** What stands at the head of the school's paper. */
export function letterheadOf({ school }: { readonly school: Person }): Letterhead {
  const address = (school.address ?? '')
    .split('\n')
    .map((line) => line.trim().replace(/,$/, ''))
    .filter((line) => line !== '')
    .join(', ');
  return {
    schoolName: school.name,
    lines: [address, school.phone ? `Telephone ${school.phone}` : '', school.email ?? ''].filter(
      (line) => line !== '',
    ),
  };
}
