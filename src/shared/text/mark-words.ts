import type { MarkProblem } from '../domain/placements/attendance.ts';
import { assertNever } from '../kernel/assert-never.ts';
import { sayClock } from './stay-words.ts';

/** Why a mark cannot be kept, in words that follow "Amara Okafor, Mon 17 November am: ". */
export function sayMarkProblem(problem: MarkProblem): string {
  switch (problem.type) {
    case 'future':
      return 'the session is still to come. Mark it on its day or later.';
    case 'time-without-attendance':
      return 'times belong to a pupil who was there. Take them out, or mark as attended.';
    case 'reason-without-cause':
      return 'a reason belongs to coming late or leaving early. Give the time too, or take the reason out.';
    case 'other-without-note':
      return 'say in the note what the other reason was.';
    case 'outside':
      return `${sayClock(problem.time)} is not within the session, which runs from ${sayClock(problem.starts)} to ${sayClock(problem.ends)}.`;
    case 'left-before-arrival':
      return 'the pupil cannot have left before arriving.';
    default:
      return assertNever(problem);
  }
}
