import { it } from 'vitest';
import { indexCalendar } from '../calendar/index-calendar.ts';
import { educationDue } from '../exclusions/education-due.ts';
import { checkLimits } from '../exclusions/limits.ts';
import { dutiesOf } from './duties-of.ts';
import { ruleSetOn } from './rule-sets.ts';
import { dutyDueText, dutyTitle } from '#shared/text/duty-words.ts';
import { dutyWhy } from '#shared/text/duty-why.ts';

const index = indexCalendar({ terms: [{ schoolYear: 2024, name: 'summer', from: '2025-04-22', to: '2025-07-22' }], closures: [] });
it('x', () => {
  const ruleSet = ruleSetOn('2025-05-12')!;
  const start = { date: '2025-05-12', slot: 'pm' } as const;
  const s = index.sessionsFrom(start, 12);
  const exclusion = { id: 'a', kind: 'fixed-period', start, last: s.at(-1)!, halfDays: 12, noticeOn: '2025-05-12', state: 'issued' } as const;
  const c = { exclusion, ruleSet, index, term: checkLimits({ exclusion: { ...exclusion, halfDays: s }, others: [], earlier: [], index, ruleSet }).decisiveTerm!, education: educationDue({ exclusion, others: [], index, ruleSet, promiseFromDay: 1 }), examsMissed: [], examsOver: false, pupil: { inCare: true, hasSocialWorker: true, hasHomeAuthority: true }, schoolPhase: 'secondary', events: [{ id: '1', type: 'representations', on: '2025-05-14' }, { id: '2', type: 'meeting-set', on: '2025-05-23' }] as const };
  for (const d of dutiesOf(c)) console.log(d.key, '|', dutyTitle(d.key, ruleSet), '|', dutyDueText(d), '|', dutyWhy(d, c), '|', d.basis, d.owedBy, d.reading ?? '');
});
