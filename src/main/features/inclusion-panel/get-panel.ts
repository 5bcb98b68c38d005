import type { OperationOutput } from '#shared/contract/contract.ts';
import { panelProposals } from '#shared/domain/support/panel-proposals.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { sayPanelReason } from '#shared/text/support-plan-words.ts';
import { readPupilNames } from '../../storage/repositories/pupils.ts';
import type { Db } from '../../storage/store.ts';
import type { Handler } from '../context.ts';
import { withoutNulls } from '../without-nulls.ts';
import { openPanel, type OpenPanel } from './open-panel.ts';
import { viewMeeting } from './panel-views.ts';
import { readPanelFacts } from './read-panel-facts.ts';

type Panel = OperationOutput<'panel.get'>;

/** A panel with agenda, proposals for it, minutes and actions. */
export const getPanel: Handler<'panel.get'> = ({ read, clock }, input) =>
  read(async (db) => {
    const opened = await openPanel(db, input, 'Nothing is shown');
    if (!opened.ok) return opened;
    const { panel, items } = opened.value;
    const { invited, present, heldOn } = panel;
    return {
      ok: true,
      value: {
        ...viewMeeting(panel, items),
        ...withoutNulls({ invited, present }),
        items: items.map(({ pupilId, name, form, why, discussed, decision, owner, dueOn, doneOn }) =>
          withoutNulls({ pupilId, name, form, why, discussed, decision, owner, dueOn, doneOn }),
        ),
        proposals: heldOn === null ? await proposalsFor(db, opened.value, clock.today()) : [],
      },
    };
  });

/** Names that are not on record any more are left out. */
async function proposalsFor(
  db: Db,
  { schoolId, items }: OpenPanel,
  today: IsoDate,
): Promise<Panel['proposals']> {
  const on = new Set(items.map(({ pupilId }) => pupilId));
  const facts = await readPanelFacts(db, schoolId, today);
  const proposed = panelProposals(facts.filter(({ pupilId }) => !on.has(pupilId)));
  const names = await readPupilNames(
    db,
    schoolId,
    proposed.map(({ pupilId }) => pupilId),
  );
  return proposed.flatMap(({ pupilId, reasons }) => {
    const pupil = names.get(pupilId);
    if (pupil === undefined) return [];
    const words = reasons.map((reason) => ({ kind: reason.kind, text: sayPanelReason(reason) }));
    return [{ pupilId, ...withoutNulls(pupil), reasons: words }];
  });
}
