import { NO_RULES } from '#shared/domain/providers/no-rules.ts';
import { ruleSentences } from '#shared/text/provider-rules-words.ts';
import { PROVIDER_KIND_WORDS, WEEKDAY_NAMES } from '#shared/text/provider-words.ts';
import { formatTime } from '../../ui/words/format.ts';
import { toForm, type ProviderDraft, type RulesDraft } from './provider-draft.ts';
import { isRun, type WeekDraft } from './week-draft.ts';

type Facts = Omit<ProviderDraft, 'rules'>;

/** A provider’s form with its rules beside its facts, so that each can be compared by itself. */
export type FlatProvider = Readonly<Facts & RulesDraft>;

export type ProviderPart = keyof FlatProvider;

/** In the order of the form; a rule has the key of its sentence beside its label. */
const PARTS = {
  yearGroups: ['Years', 'year-groups'],
  separateGroups: ['Groups apart', 'groups'],
  parentChooses: ['Choice of the parents', 'choice'],
  window: ['Days of the exclusion', 'window'],
  longerThanDays: ['Length of the exclusion', 'longer'],
  stay: ['Length of a stay', 'stay'],
  noticeDays: ['Notice', 'notice'],
  weekCapacity: ['Pupils a week', 'week'],
  schoolShare: ['Pupils of one school', 'share'],
  termRota: ['Rota by term', 'rota'],
  adultsNeeded: ['Adults', 'adults'],
  escort: ['Staff of the school', 'escort'],
  codeOfConduct: ['Code of conduct', 'code'],
  papers: ['Papers', 'papers'],
  workDaysBefore: ['Work', 'work'],
  weeklyReview: ['Weekly review', 'review'],
  reportDays: ['Report', 'report'],
  evaluation: ['Evaluation', 'evaluation'],
  followUpDays: ['Looked up again', 'follow-up'],
  courses: ['Courses', 'courses'],
  transport: ['Way there', 'transport'],
  costPence: ['Cost', 'cost'],
  distanceMetres: ['Distance', 'distance'],
  kind: ['Kind'],
  name: ['Name'],
  partnerSchoolId: ['The other school'],
  address: ['Address'],
  contactName: ['Who to ring'],
  contactPhone: ['Telephone'],
  active: ['In use'],
  week: ['Week'],
} as const satisfies Readonly<Record<ProviderPart, readonly [label: string, sentence?: string]>>;

// The keys are those of the object above.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const PROVIDER_PARTS = Object.keys(PARTS) as readonly ProviderPart[];

export const providerLabel = (part: ProviderPart): string => PARTS[part][0];

export const flatten = ({ rules, ...facts }: ProviderDraft): FlatProvider => ({ ...facts, ...rules });

export function unflatten(flat: FlatProvider): ProviderDraft {
  const { kind, name, address, contactName, contactPhone, active, partnerSchoolId, week, ...more } = flat;
  const { weekCapacity, schoolShare, ...rules } = more;
  const facts = { kind, name, address, contactName, contactPhone, active, partnerSchoolId, week };
  return { ...facts, weekCapacity, schoolShare, rules };
}

/** What a part of the form says; empty where nothing was entered or the rule is off. */
export function providerText(
  part: ProviderPart,
  flat: FlatProvider,
  schools: readonly { readonly id: string; readonly name: string }[],
): string {
  const { kind } = flat;
  const [, sentence] = [...PARTS[part], undefined];
  if (sentence !== undefined) {
    if (kind === null) return '';
    const form = toForm(unflatten(flat), kind);
    return (
      ruleSentences({ ...form, rules: form.rules ?? NO_RULES }).find(({ key }) => key === sentence)?.text ??
      ''
    );
  }
  if (part === 'kind') return kind === null ? '' : PROVIDER_KIND_WORDS[kind].one;
  if (part === 'active') return flat.active ? 'Yes' : 'No';
  if (part === 'week') return sayWeek(flat.week);
  if (part === 'partnerSchoolId') return schools.find(({ id }) => id === flat.partnerSchoolId)?.name ?? '';
  const text = flat[part];
  return typeof text === 'string' ? text : '';
}

const sayWeek = (week: WeekDraft): string =>
  week
    .filter(isRun)
    .map(
      ({ weekday, slot, capacity, starts, ends }) =>
        `${(WEEKDAY_NAMES[weekday - 1] ?? '').slice(0, 3)} ${slot}: ${String(capacity ?? 0)}, ${formatTime(starts)} to ${formatTime(ends)}`,
    )
    .join('; ');
