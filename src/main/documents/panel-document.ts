import { formatDate } from '#shared/domain/calendar/format-date.ts';
import type { BlockKind, LetterBlock, Letterhead } from '#shared/domain/letters/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { sayClock } from '#shared/text/stay-words.ts';
import type { LetterDocument } from './letter-document.ts';

/** What agenda or minutes say of one pupil. */
export interface PanelDocumentItem {
  readonly name: string;
  readonly form?: string | undefined;
  readonly why: string;
  readonly discussed?: string | undefined;
  readonly decision?: string | undefined;
  readonly owner?: string | undefined;
  readonly dueOn?: IsoDate | undefined;
  readonly doneOn?: IsoDate | undefined;
}

export interface PanelDocumentFacts {
  readonly letterhead: Letterhead;
  readonly schoolName: string;
  readonly on: IsoDate;
  /** `HH:MM`. */
  readonly startsAt?: string | undefined;
  readonly place?: string | undefined;
  readonly invited?: string | undefined;
  readonly present?: string | undefined;
  readonly items: readonly PanelDocumentItem[];
}

/** The agenda of an inclusion panel on paper: when and where, who is invited, whom it is about and why. */
export function panelAgenda(facts: PanelDocumentFacts): LetterDocument {
  const { invited, items } = facts;
  return {
    title: 'Agenda of the inclusion panel',
    letterhead: facts.letterhead,
    blocks: [
      ...headOf(facts, 'Agenda of the inclusion panel'),
      ...(invited === undefined ? [] : [block('heading', ['Invited']), block('paragraph', [invited])]),
      ...items.flatMap((item, at) => [
        block('heading', [titleOf(item, at)]),
        block('paragraph', linesOf(item.why)),
      ]),
      block('paragraph', [CONFIDENTIAL]),
    ],
  };
}

/** The minutes on paper: who was there, and of each pupil what was said, decided, and who sees to it until when. */
export function panelMinutes(facts: PanelDocumentFacts): LetterDocument {
  const { present, items } = facts;
  return {
    title: 'Minutes of the inclusion panel',
    letterhead: facts.letterhead,
    blocks: [
      ...headOf(facts, 'Minutes of the inclusion panel'),
      ...(present === undefined ? [] : [block('heading', ['Present']), block('paragraph', [present])]),
      ...items.flatMap((item, at) => minutesOf(item, at)),
      block('paragraph', [CONFIDENTIAL]),
    ],
  };
}

const CONFIDENTIAL =
  'Each part is about one pupil: give a parent or an agency only the part of the pupil concerned.';

function headOf(
  { schoolName, on, startsAt, place, items }: PanelDocumentFacts,
  title: string,
): readonly LetterBlock[] {
  const when = startsAt === undefined ? formatDate(on) : `${formatDate(on)}, ${sayClock(startsAt)}`;
  return [
    block('heading', [title]),
    block('address', [schoolName, when, ...(place === undefined ? [] : [place])]),
    ...(items.length === 0 ? [block('paragraph', ['No pupil is on the agenda.'])] : []),
  ];
}

function minutesOf(item: PanelDocumentItem, at: number): readonly LetterBlock[] {
  const { why, discussed, decision, owner, dueOn, doneOn } = item;
  const action =
    owner === undefined || dueOn === undefined
      ? []
      : [
          `Action: ${owner}, by ${formatDate(dueOn)}${doneOn === undefined ? '' : `; done ${formatDate(doneOn)}`}`,
        ];
  return [
    block('heading', [titleOf(item, at)]),
    block('paragraph', [`Why: ${why}`]),
    ...(discussed === undefined
      ? [block('paragraph', ['Not minuted.'])]
      : [block('paragraph', linesOf(discussed))]),
    ...(decision === undefined ? [] : [block('bullets', [`Decided: ${decision}`, ...action])]),
  ];
}

const titleOf = ({ name, form }: PanelDocumentItem, at: number): string =>
  `${String(at + 1)}. ${name}${form === undefined ? '' : ` (${form})`}`;

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '');

const block = (kind: BlockKind, lines: readonly string[]): LetterBlock => ({
  id: kind,
  kind,
  locked: true,
  lines: lines.map((text) => [{ type: 'text', text }]),
});
