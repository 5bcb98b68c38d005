import { foldText } from '#shared/kernel/fold-text.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { Head } from '../../storage/repositories/heads.ts';

/** The head or acting head of that name in force on a day; undefined when there is none. */
export const headOn = (heads: readonly Head[], name: string, day: IsoDate): Head | undefined =>
  heads.find(
    (head) =>
      foldText(head.name) === foldText(name) && head.from <= day && (head.to === undefined || day <= head.to),
  );
