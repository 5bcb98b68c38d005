import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Head } from '../../storage/repositories/heads.ts';

const folded = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();

/** The head or acting head of that name in force on a day; undefined when there is none. */
export const headOn = (heads: readonly Head[], name: string, day: IsoDate): Head | undefined =>
  heads.find(
    (head) =>
      folded(head.name) === folded(name) && head.from <= day && (head.to === undefined || day <= head.to),
  );
