import type { SchoolProfile } from '#shared/domain/comparators/types.ts';

const inPerCent = (share: number | null): number | null => (share === null ? null : share / 100);

/** A profile with its shares in per cent. */
export const shares = ({ headcount, fsm, sen, eal }: Omit<SchoolProfile, 'laEstab'>) => ({
  headcount,
  fsm: inPerCent(fsm),
  sen: inPerCent(sen),
  eal: inPerCent(eal),
});
