import type { DutyShown } from './types.ts';

/** The usual ways in which a duty is done, in our words; only one where there is no other. */
export function suggestedHow({ key }: Pick<DutyShown, 'key'>): readonly string[] {
  if (key.endsWith('-phone')) return ['By telephone'];
  if (key === 'set-work' || key === 'mark-work') return ['Sent home', 'Online', 'Collected by the parents'];
  if (key === 'return-to-school') return ['Back in lessons'];
  if (key.endsWith('-meeting') || key === 'review-hear' || key === 'reconsider') {
    return ['At a meeting', 'At a meeting held remotely'];
  }
  if (key.endsWith('-termly')) return ['In the termly report'];
  return ['By letter', 'By e-mail', 'By telephone', 'In person'];
}
