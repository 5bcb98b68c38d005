import type { Course } from '../providers/types.ts';

/** Sessions of a course done at a stay; `total` is how many the course had then. */
export interface CourseDone {
  readonly placementId: string;
  readonly course: string;
  readonly total: number;
  readonly done: number;
}

export interface CourseState {
  readonly course: string;
  readonly total: number;
  /** Over all stays, and at this one; never more than the total. */
  readonly done: number;
  readonly doneHere: number;
  readonly completed: boolean;
}

/**
 * How far a pupil is in each course: those of this provider, begun or not, and those begun elsewhere, which go on from
 * stay to stay. The provider's own total counts; of a course begun elsewhere the last one noted. A short stay rarely
 * finishes one, so the next stay goes on where the last one stopped.
 */
export function courseProgress(
  courses: readonly Course[],
  rows: readonly CourseDone[],
  placementId: string,
): readonly CourseState[] {
  const totals = new Map<string, number>();
  for (const { course, total } of rows) totals.set(course, total);
  for (const { name, sessions } of courses) totals.set(name, sessions);
  return [...totals]
    .map(([course, total]) => {
      const own = rows.filter((row) => row.course === course);
      const sum = (of: readonly CourseDone[]) => of.reduce((all, { done }) => all + done, 0);
      const done = Math.min(total, sum(own));
      return {
        course,
        total,
        done,
        doneHere: sum(own.filter((row) => row.placementId === placementId)),
        completed: done >= total,
      };
    })
    .toSorted((a, b) => a.course.localeCompare(b.course, 'en-GB'));
}
