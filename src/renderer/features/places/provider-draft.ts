import type { OperationInput, OperationOutput } from '#shared/contract/contract.ts';
import { KIND_PRESETS } from '#shared/domain/providers/kind-presets.ts';
import { NO_RULES } from '#shared/domain/providers/no-rules.ts';
import { KIND_FACTS } from '#shared/domain/providers/provider-kinds.ts';
import type {
  DayWindow,
  PaperKind,
  ProviderKind,
  ProviderRules,
  Transporter,
} from '#shared/domain/providers/types.ts';
import type { FieldError } from '#shared/kernel/result.ts';
import { toSessions, toWeekDraft, type WeekDraft } from './week-draft.ts';

export type StoredProvider = OperationOutput<'providers.get'>['provider'];
type Form = OperationInput<'providers.save'>;

/** The number of a rule: undefined while the rule is off, null while its blank is empty. */
export type Blank = number | null | undefined;

/** Two days with a blank each, or undefined while the rule is off. */
export type Span = { readonly from: number | null; readonly to: number | null } | undefined;

export interface CourseDraft {
  readonly name: string;
  readonly sessions: number | null;
}

/** Rules as they stand in the form: undefined is off. */
export interface RulesDraft {
  readonly yearGroups: readonly number[] | undefined;
  readonly window: Span;
  readonly longerThanDays: Blank;
  readonly stay: Span;
  readonly noticeDays: Blank;
  readonly adultsNeeded: Blank;
  readonly escort: Span;
  readonly separateGroups: boolean;
  readonly codeOfConduct: boolean;
  readonly parentChooses: boolean;
  readonly papers: readonly PaperKind[] | undefined;
  readonly workDaysBefore: Blank;
  readonly weeklyReview: boolean;
  readonly reportDays: Blank;
  readonly evaluation: boolean;
  readonly followUpDays: Blank;
  readonly courses: readonly CourseDraft[] | undefined;
  readonly transport: Transporter | undefined;
  readonly costPence: Blank;
  readonly distanceMetres: Blank;
  readonly termRota: boolean;
}

export interface ProviderDraft {
  readonly kind: ProviderKind | null;
  readonly name: string;
  readonly address: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly active: boolean;
  readonly partnerSchoolId: string | undefined;
  readonly week: WeekDraft;
  readonly weekCapacity: Blank;
  readonly schoolShare: Blank;
  readonly rules: RulesDraft;
}

const spanOf = (window: DayWindow | undefined): Span =>
  window && { from: window.fromDay, to: window.toDay ?? null };

function toRulesDraft(rules: ProviderRules): RulesDraft {
  const { yearGroups, window, minDays, maxDays, escort, papers, courses, ...same } = rules;
  return {
    longerThanDays: undefined,
    noticeDays: undefined,
    adultsNeeded: undefined,
    workDaysBefore: undefined,
    reportDays: undefined,
    followUpDays: undefined,
    transport: undefined,
    costPence: undefined,
    distanceMetres: undefined,
    ...same,
    yearGroups: yearGroups.length > 0 ? yearGroups : undefined,
    window: spanOf(window),
    stay:
      minDays === undefined && maxDays === undefined
        ? undefined
        : { from: minDays ?? null, to: maxDays ?? null },
    escort: spanOf(escort),
    papers: papers.length > 0 ? papers : undefined,
    courses: courses.length > 0 ? courses : undefined,
  };
}

/** The form of a provider; without one, of a new one that asks for nothing. */
export const draftOf = (provider: StoredProvider | undefined): ProviderDraft => ({
  kind: provider?.kind ?? null,
  name: provider?.name ?? '',
  address: provider?.address ?? '',
  contactName: provider?.contactName ?? '',
  contactPhone: provider?.contactPhone ?? '',
  active: provider?.active ?? true,
  partnerSchoolId: provider?.partnerSchoolId,
  week: toWeekDraft(provider?.sessions ?? []),
  weekCapacity: provider?.weekCapacity,
  schoolShare: provider?.schoolShare,
  rules: toRulesDraft(provider?.rules ?? NO_RULES),
});

/** The week and rules that are typical of a kind. */
export function presetOf(
  kind: ProviderKind,
): Pick<ProviderDraft, 'week' | 'weekCapacity' | 'schoolShare' | 'rules'> {
  const { sessions, weekCapacity, schoolShare, rules } = KIND_PRESETS[kind];
  return { week: toWeekDraft(sessions), weekCapacity, schoolShare, rules: toRulesDraft(rules) };
}

const windowOf = (span: Span): DayWindow | undefined =>
  span && (span.from !== null || span.to !== null)
    ? { fromDay: span.from ?? 1, ...(span.to === null ? {} : { toDay: span.to }) }
    : undefined;

/** What is saved: rules that are off, or still blank, are left out. */
export function toForm(draft: ProviderDraft, kind: ProviderKind): Form {
  const { week, weekCapacity, schoolShare, rules, partnerSchoolId, kind: _, ...facts } = draft;
  const { stay, yearGroups, papers, courses, window, escort, ...same } = rules;
  return {
    ...facts,
    kind,
    sessions: toSessions(week),
    partnerSchoolId: KIND_FACTS[kind].reciprocal ? partnerSchoolId : undefined,
    weekCapacity: weekCapacity ?? undefined,
    schoolShare: schoolShare ?? undefined,
    rules: {
      ...same,
      longerThanDays: same.longerThanDays ?? undefined,
      noticeDays: same.noticeDays ?? undefined,
      adultsNeeded: same.adultsNeeded ?? undefined,
      workDaysBefore: same.workDaysBefore ?? undefined,
      reportDays: same.reportDays ?? undefined,
      followUpDays: same.followUpDays ?? undefined,
      costPence: same.costPence ?? undefined,
      distanceMetres: same.distanceMetres ?? undefined,
      yearGroups: [...(yearGroups ?? [])],
      window: windowOf(window),
      escort: windowOf(escort),
      minDays: stay?.from ?? undefined,
      maxDays: stay?.to ?? undefined,
      papers: [...(papers ?? [])],
      courses: (courses ?? []).flatMap(({ name, sessions }) =>
        sessions === null ? [] : [{ name, sessions }],
      ),
    },
  };
}

/** Rules that are on while their blanks are empty, by field. */
export function blankProblems({
  kind,
  weekCapacity,
  schoolShare,
  rules,
}: ProviderDraft): readonly FieldError[] {
  const problems: FieldError[] = [];
  const say = (path: string, message: string, wrong: boolean) => {
    if (wrong) problems.push({ path, message });
  };
  const empty = (span: Span) => span !== undefined && span.from === null && span.to === null;
  say('kind', 'Choose the kind of provider.', kind === null);
  say('rules.yearGroups', 'Choose the years, or switch the rule off.', rules.yearGroups?.length === 0);
  say('rules.window.fromDay', 'Enter a day, or switch the rule off.', empty(rules.window));
  say('rules.longerThanDays', 'Enter how many days.', rules.longerThanDays === null);
  say('rules.minDays', 'Enter how many days, or switch the rule off.', empty(rules.stay));
  say('rules.noticeDays', 'Enter how many days.', rules.noticeDays === null);
  say('weekCapacity', 'Enter how many pupils.', weekCapacity === null);
  say('schoolShare', 'Enter how many pupils.', schoolShare === null);
  say('rules.adultsNeeded', 'Enter how many adults.', rules.adultsNeeded === null);
  say('rules.escort.fromDay', 'Enter a day, or switch the rule off.', empty(rules.escort));
  say('rules.papers', 'Choose the papers, or switch the rule off.', rules.papers?.length === 0);
  say('rules.workDaysBefore', 'Enter how many days, 0 for the day itself.', rules.workDaysBefore === null);
  say('rules.reportDays', 'Enter how many days, 0 for the last day.', rules.reportDays === null);
  say('rules.followUpDays', 'Enter how many days.', rules.followUpDays === null);
  rules.courses?.forEach(({ sessions }, at) =>
    say(`rules.courses.${String(at)}.sessions`, 'Enter how many sessions.', sessions === null),
  );
  say('rules.costPence', 'Enter what a place costs.', rules.costPence === null);
  say('rules.distanceMetres', 'Enter how far it is.', rules.distanceMetres === null);
  return problems;
}
