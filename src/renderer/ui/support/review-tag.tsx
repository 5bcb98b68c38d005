import { StatusTag } from '../data/status-tag.tsx';
import { DateText } from '../words/date-text.tsx';
import type { Plan } from './types.ts';

/** When a plan is looked at next, and whether that is now. */
export function ReviewTag({ standing, reviewOn }: Pick<Plan, 'standing' | 'reviewOn'>) {
  if (standing === 'none') return <StatusTag tone="closed">Closed</StatusTag>;
  const tone = standing === 'due' ? 'overdue' : standing === 'soon' ? 'due' : 'info';
  return (
    <StatusTag tone={tone}>
      {standing === 'due' ? 'Review due since ' : 'Review '}
      <DateText date={reviewOn} form="short" />
    </StatusTag>
  );
}
