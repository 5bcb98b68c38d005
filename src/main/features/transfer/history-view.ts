import type { OperationOutput } from '#shared/contract/contract.ts';
import type { EarlierSchool, PupilHistory } from '#shared/domain/transfer/types.ts';

type View = OperationOutput<'transfer.preview'>['history'];

/** A history as it is shown: each part with the name of its school, where that is a still earlier one. */
export function historyView(history: PupilHistory): View {
  const named = <T extends { readonly at?: EarlierSchool | undefined }>({ at, ...item }: T) => ({
    ...item,
    ...(at === undefined ? {} : { at: at.name }),
  });
  return {
    exclusions: history.exclusions.map((item) => ({ ...named(item), reasons: [...item.reasons] })),
    placements: history.placements.map(named),
    courses: history.courses.map(named),
    support: history.support.map((item) => ({
      ...named(item),
      categories: [...item.categories],
      why: [...item.why],
    })),
    targets: history.targets.map(named),
    referrals: history.referrals.map(named),
  };
}
