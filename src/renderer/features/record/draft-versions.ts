import { compareVersions, type ComparedField } from '#shared/domain/editing/compare-versions.ts';
import type { Choice } from '#shared/domain/editing/choose-versions.ts';
import { chooseVersions } from '#shared/domain/editing/choose-versions.ts';
import { startOf, type RecordForm } from './form-state.ts';

/** What is chosen as one: half of a length makes no sense. In the order of the page. */
const PARTS = [
  'pupil',
  'kind',
  'incidentOn',
  'incidentAt',
  'incidentPlace',
  'incidentLesson',
  'incidentAccount',
  'start',
  'reasons',
  'decidedBy',
  'decidedOn',
  'follows',
] as const;

export type DraftPart = (typeof PARTS)[number];

type Parts = Readonly<Record<DraftPart, Partial<RecordForm>>>;

export type ComparedPart = ComparedField<Parts> & { readonly field: DraftPart };

/** A form by its parts, each with what belongs together and without what does not count. */
function partsOf(form: RecordForm): Parts {
  const { pupil, kind, lengthBy, length, endDate, endSlot, follows } = form;
  const byEnd = lengthBy === 'end';
  const counted = kind !== 'permanent';
  return {
    pupil: { pupil },
    kind: {
      kind,
      lengthBy: counted ? lengthBy : 'half-days',
      length: counted && !byEnd ? length : null,
      endDate: counted && byEnd ? endDate : null,
      endSlot: counted && byEnd ? endSlot : 'pm',
    },
    incidentOn: { incidentOn: form.incidentOn },
    incidentAt: { incidentAt: form.incidentAt },
    incidentPlace: { incidentPlace: form.incidentPlace },
    incidentLesson: { incidentLesson: form.incidentLesson },
    incidentAccount: { incidentAccount: form.incidentAccount },
    start: { startDate: form.startDate, startSlot: startOf(form)?.slot ?? 'am' },
    reasons: { reasons: form.reasons },
    decidedBy: { decidedBy: form.decidedBy },
    decidedOn: { decidedOn: form.decidedOn },
    follows: { follows },
  };
}

interface Versions {
  readonly base: RecordForm;
  readonly mine: RecordForm;
  readonly theirs: RecordForm;
}

/** One pupil may come with more or less about them. */
const withPupilOf = (form: RecordForm, { pupil }: RecordForm): RecordForm =>
  form.pupil !== null && form.pupil.id === pupil?.id ? { ...form, pupil } : form;

/** What differs between a draft on the screen and the one that somebody else saved, part by part. */
export function compareDrafts({ base, mine, theirs }: Versions): readonly ComparedPart[] {
  const compared = compareVersions<Parts>(PARTS, {
    base: partsOf(withPupilOf(base, mine)),
    mine: partsOf(mine),
    theirs: partsOf(withPupilOf(theirs, mine)),
  });
  return compared.filter(({ standing }) => standing !== 'alike');
}

/** What the form has to become: undefined while a part that both changed is not chosen. */
export function chooseDraft(
  compared: readonly ComparedPart[],
  choices: Readonly<Partial<Record<DraftPart, Choice>>>,
): Partial<RecordForm> | undefined {
  const chosen = chooseVersions<Parts>(compared, choices);
  if (chosen === undefined) return undefined;
  const whole: Partial<RecordForm> = {};
  for (const part of Object.values(chosen)) Object.assign(whole, part);
  return whole;
}
