import type { FieldError } from '../../kernel/result.ts';
import type { DayWindow, Provider } from './types.ts';

type Ruled = Pick<Provider, 'sessions' | 'rules'> & {
  readonly schoolShare?: number | undefined;
};

const backwards = ({ fromDay, toDay }: DayWindow): boolean => toDay !== undefined && toDay < fromDay;

const LAST_BEFORE_FIRST = 'The last day must not be before the first.';

/** Rules that cannot all be kept, by field (`rules.maxDays`): nobody could ever be admitted under them. */
export function ruleProblems({ sessions, schoolShare, rules }: Ruled): readonly FieldError[] {
  const { minDays, maxDays, window, escort, courses } = rules;
  const largest = Math.max(0, ...sessions.map(({ capacity }) => capacity));
  const problems: FieldError[] = [];
  const say = (path: string, message: string) => problems.push({ path, message });

  if (schoolShare !== undefined && largest > 0 && schoolShare > largest) {
    say('schoolShare', `No session has so many places: the largest has ${String(largest)}.`);
  }
  if (minDays !== undefined && maxDays !== undefined && minDays > maxDays) {
    say('rules.maxDays', 'The longest stay must not be shorter than the shortest.');
  }
  if (window !== undefined && backwards(window)) {
    say('rules.window.toDay', LAST_BEFORE_FIRST);
  } else if (window?.toDay !== undefined && minDays !== undefined) {
    const days = window.toDay - window.fromDay + 1;
    if (minDays > days) {
      say(
        'rules.minDays',
        `It takes pupils on ${days === 1 ? 'one day' : `${String(days)} days`} of an exclusion, so a stay cannot have ${String(minDays)}.`,
      );
    }
  }
  if (escort !== undefined && backwards(escort)) say('rules.escort.toDay', LAST_BEFORE_FIRST);
  const names = courses.map(({ name }) => name.trim().toLocaleLowerCase('en-GB'));
  names.forEach((name, at) => {
    if (names.indexOf(name) < at) say(`rules.courses.${String(at)}.name`, 'This course is given twice.');
  });
  return problems;
}
