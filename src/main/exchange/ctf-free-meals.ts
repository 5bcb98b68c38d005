import type { RawField } from './pupil-check.ts';
import type { XmlNode } from './xml-tree.ts';
import { childOf, childrenOf, textAt } from './xml-tree.ts';

/**
 * Whether a pupil is eligible for free school meals, as text: said outright (`FSMeligible`), or by the periods of
 * eligibility, of which the last to begin decides; one that has an end is over. The names of the periods' elements are
 * unconfirmed: a file that has them otherwise says nothing here.
 */
export function freeMealsAt(pupil: XmlNode, element: string): RawField {
  const history = childOf(pupil, 'FSMhistory');
  const said = textAt(history, 'FSMeligible') ?? textAt(pupil, 'FSMeligible');
  const line = history?.line ?? pupil.line;
  if (said !== undefined) return { text: said, line, element };
  const last = childrenOf(history, 'FSMinstance').toSorted((a, b) =>
    (textAt(a, 'FSMstartDate') ?? '') < (textAt(b, 'FSMstartDate') ?? '') ? -1 : 1,
  );
  const latest = last.at(-1);
  if (latest === undefined) return { text: undefined, line, element };
  return { text: textAt(latest, 'FSMendDate') === undefined ? 'true' : 'false', line: latest.line, element };
}
