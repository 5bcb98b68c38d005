import { foldText } from '../../kernel/fold-text.ts';
import type { IsoDate } from '../../kernel/plain-date.ts';
import type { ParentInvolvement, ReferralState } from './types.ts';

/** What of an agency a referral depends on. */
export interface ReferredTo {
  readonly needsParents: boolean;
  readonly endedOn?: IsoDate | undefined;
}

/** A referral as it is to be made. */
export interface NewReferral {
  readonly parents: ParentInvolvement;
  readonly doneSoFar: string;
  /** The one that came back and is made again with this one. */
  readonly again?: { readonly state: ReferralState; readonly doneSoFar: string } | undefined;
}

/** Why a referral cannot be made. */
export type ReferralBar =
  | { readonly kind: 'agency-ended'; readonly on: IsoDate }
  | { readonly kind: 'parents'; readonly said: Exclude<ParentInvolvement, 'agreed'> }
  | { readonly kind: 'not-returned' }
  | { readonly kind: 'nothing-since' };

/**
 * The first thing that keeps a referral from being made, if any: the agency takes none any more; it needs the parents and
 * they have not agreed; what it is made again of did not come back; or it says of what the school did only what the one
 * that came back said.
 */
export function whyNotRefer(
  { needsParents, endedOn }: ReferredTo,
  { parents, doneSoFar, again }: NewReferral,
): ReferralBar | undefined {
  if (endedOn !== undefined) return { kind: 'agency-ended', on: endedOn };
  if (needsParents && parents !== 'agreed') return { kind: 'parents', said: parents };
  if (again === undefined) return undefined;
  if (again.state !== 'returned') return { kind: 'not-returned' };
  return foldText(again.doneSoFar) === foldText(doneSoFar) ? { kind: 'nothing-since' } : undefined;
}
