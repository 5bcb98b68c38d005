import type { Incident } from './types.ts';

/** Lessons that are taught where some incidents happened. */
const BY_PLACE: Readonly<Record<string, string>> = {
  'Sports hall': 'Physical education',
  'Changing rooms': 'Physical education',
  'Corridor by the science rooms': 'Science',
  'Maths corridor': 'Mathematics',
  Library: 'English',
};

/** Taken in turn; some come up more often, as they do on a timetable, and one is written in two ways. */
const LESSONS = [
  'Mathematics',
  'Science',
  'English',
  'French',
  'Geography',
  'Mathematics',
  'science',
  'Design and technology',
  'History',
  'English',
  'Mathematics',
] as const;

/**
 * The lesson of an incident, or null: not at lunch, not out of doors, and now and then nobody noted it. Draws no random
 * number, so that all else that is invented stays as it is.
 */
export function lessonOf({ at, place }: Pick<Incident, 'at' | 'place'>, index: number): string | null {
  if (at === null || (at >= '12:00' && at < '13:15')) return null;
  const there = BY_PLACE[place];
  if (there !== undefined) return there;
  return place === 'Classroom' && index % 6 !== 0 ? (LESSONS[index % LESSONS.length] ?? null) : null;
}
