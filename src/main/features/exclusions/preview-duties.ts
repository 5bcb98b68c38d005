import type { DutyCase } from '#shared/domain/duties/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { dutyRow } from '../../storage/repositories/duty-writes.ts';
import { reasonedDutiesOf } from '../duty-sync.ts';
import { dutyView, type DutyView } from '../duty-view.ts';

/** What a case would oblige, in words and in order of the days, before anything is kept. There is nothing to open yet. */
export const previewDuties = (dutyCase: DutyCase, today: IsoDate): DutyView[] =>
  reasonedDutiesOf(dutyCase).map((reasoned) => {
    const { action: _, ...view } = dutyView(dutyRow('', reasoned), dutyCase.ruleSet, today);
    return view;
  });
