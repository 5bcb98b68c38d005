import type { IsoDate } from '../../kernel/plain-date.ts';

/** What of a pupil an inclusion panel would want to hear. */
export interface PanelFacts {
  readonly pupilId: string;
  /** Since when on the register with nobody as key worker. */
  readonly withoutKeyWorkerSince?: IsoDate | undefined;
  /** Referrals that came back and were not made again. */
  readonly returned: readonly { readonly agency: string; readonly on: IsoDate }[];
  /** Targets that two reviews in a row found not met, and the day of the later one. */
  readonly notMet?: { readonly targets: readonly string[]; readonly on: IsoDate } | undefined;
  /** First days of the exclusions that count in the school year, in order. */
  readonly excludedOn: readonly IsoDate[];
  /** When a panel last spoke of the pupil. */
  readonly discussedOn?: IsoDate | undefined;
}

/** Why a panel should speak of a pupil; each since its day. */
export type PanelReason =
  | { readonly kind: 'no-key-worker'; readonly on: IsoDate }
  | { readonly kind: 'referral-returned'; readonly on: IsoDate; readonly agency: string }
  | { readonly kind: 'targets-not-met'; readonly on: IsoDate; readonly targets: readonly string[] }
  | { readonly kind: 'excluded-often'; readonly on: IsoDate; readonly times: number };

export interface PanelProposal {
  readonly pupilId: string;
  readonly reasons: readonly PanelReason[];
}

/** From which exclusion of a school year on a panel speaks of a pupil. */
export const EXCLUDED_OFTEN = 3;

/**
 * Whom the agenda of a panel should have, and why: pupils without a key worker for as long as they have none, and what
 * came about since a panel last spoke of them (referrals that came back, plans with targets not met twice, a third or later
 * exclusion). Those with most reasons come first, then the longest waiting.
 */
export function panelProposals(pupils: readonly PanelFacts[]): readonly PanelProposal[] {
  return pupils
    .map((facts) => ({ pupilId: facts.pupilId, reasons: reasonsOf(facts) }))
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted((a, b) => b.reasons.length - a.reasons.length || (earliest(a) < earliest(b) ? -1 : 1));
}

function reasonsOf({
  withoutKeyWorkerSince,
  returned,
  notMet,
  excludedOn,
  discussedOn,
}: PanelFacts): readonly PanelReason[] {
  const isNew = ({ on }: { readonly on: IsoDate }) => discussedOn === undefined || on > discussedOn;
  const last = excludedOn.at(-1);
  const news: readonly PanelReason[] = [
    ...returned.map(({ agency, on }) => ({ kind: 'referral-returned', agency, on }) as const),
    ...(notMet === undefined || notMet.targets.length === 0
      ? []
      : [{ kind: 'targets-not-met', ...notMet } as const]),
    ...(last === undefined || excludedOn.length < EXCLUDED_OFTEN
      ? []
      : [{ kind: 'excluded-often', on: last, times: excludedOn.length } as const]),
  ];
  return [
    ...(withoutKeyWorkerSince === undefined
      ? []
      : [{ kind: 'no-key-worker', on: withoutKeyWorkerSince } as const]),
    ...news.filter(isNew),
  ];
}

const earliest = ({ reasons }: PanelProposal): IsoDate =>
  reasons.reduce((first, { on }) => (on < first ? on : first), '9999-12-31');
