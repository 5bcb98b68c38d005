import { formatDate, formatDayMonth } from '../domain/calendar/format-date.ts';
import type { PanelReason } from '../domain/support/panel-proposals.ts';
import type { ParentInvolvement, ReferralState, TargetState } from '../domain/support/types.ts';
import type { ReferralBar } from '../domain/support/why-not-refer.ts';
import { assertNever } from '../kernel/assert-never.ts';

/** How a target stands. */
export const TARGET_STATE_WORDS: Readonly<Record<TargetState, string>> = {
  open: 'Not looked at yet',
  met: 'Met',
  'partly-met': 'Partly met',
  'not-met': 'Not met',
  dropped: 'Dropped',
};

/** What the parents had to do with a referral. */
export const PARENT_WORDS: Readonly<Record<ParentInvolvement, string>> = {
  agreed: 'Parents agreed',
  informed: 'Parents were told',
  refused: 'Parents refused',
  'not-asked': 'Parents not asked',
};

export const REFERRAL_STATE_WORDS: Readonly<Record<ReferralState, string>> = {
  sent: 'Sent',
  accepted: 'Accepted',
  returned: 'Returned',
  closed: 'Closed',
};

const PARENTS_SAID: Readonly<Record<Exclude<ParentInvolvement, 'agreed'>, string>> = {
  informed: 'they were told but have not agreed',
  refused: 'they refused',
  'not-asked': 'nobody has asked them',
};

/** Why a referral was not made and what to do, as a sentence or more. */
export function sayReferralBar(bar: ReferralBar, agency: string): string {
  switch (bar.kind) {
    case 'agency-ended':
      return `The referral was not made: ${agency} takes none since ${formatDate(bar.on)}. Choose another agency.`;
    case 'parents': {
      const what =
        bar.said === 'refused'
          ? 'Talk with them again, or choose an agency that does not need them.'
          : 'Ask the parents first and note when they agreed, or choose an agency that does not need them.';
      return `The referral was not made: ${agency} takes one only when the parents agreed, and ${PARENTS_SAID[bar.said]}. ${what}`;
    }
    case 'not-returned':
      return 'The referral was not made again: the earlier one has not come back. Look at it again.';
    case 'nothing-since':
      return 'The referral was not made again: it says no more of what the school did than the one that came back. Add what was done since.';
    default:
      return assertNever(bar);
  }
}

/** Why a panel should speak of a pupil: "Third exclusion this school year, the last on 3 June". */
export function sayPanelReason(reason: PanelReason): string {
  switch (reason.kind) {
    case 'no-key-worker':
      return `On the register since ${formatDayMonth(reason.on)} without a key worker`;
    case 'referral-returned':
      return `Referral to ${reason.agency} came back on ${formatDayMonth(reason.on)}`;
    case 'targets-not-met':
      return `Not met at two reviews, last on ${formatDayMonth(reason.on)}: ${reason.targets.join('; ')}`;
    case 'excluded-often':
      return `${reason.times === 3 ? 'Third exclusion' : `${String(reason.times)} exclusions`} this school year, the last on ${formatDayMonth(reason.on)}`;
    default:
      return assertNever(reason);
  }
}
