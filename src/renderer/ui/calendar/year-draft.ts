import { checkYearPlan } from '#shared/domain/calendar/check-year-plan.ts';
import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import type { Closure, SchoolCalendar, SchoolYear, Term, TermName } from '#shared/domain/calendar/types.ts';
import type { IsoDate } from '#shared/kernel/plain-date.ts';
import type { FieldError } from '#shared/kernel/result.ts';

/** A term while its dates are being typed. */
export interface TermDraft {
  readonly name: TermName;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

/** A school year while it is being edited: always three terms, some of them perhaps empty. */
export interface YearDraft {
  readonly terms: readonly TermDraft[];
  readonly closures: readonly Closure[];
}

export const TERMS: readonly TermName[] = ['autumn', 'spring', 'summer'];

export const termTitles: Readonly<Record<TermName, string>> = {
  autumn: 'Autumn term',
  spring: 'Spring term',
  summer: 'Summer term',
};

/** Stored or suggested dates as a draft. */
export function draftOf({ terms, closures }: SchoolCalendar): YearDraft {
  return {
    closures,
    terms: TERMS.map((name) => {
      const term = terms.find((one) => one.name === name);
      return { name, from: term?.from ?? null, to: term?.to ?? null };
    }),
  };
}

/** The part of a draft that counts already: terms with both dates, in order. For showing and counting. */
export function calendarOf(draft: YearDraft, schoolYear: SchoolYear): SchoolCalendar {
  return {
    closures: draft.closures,
    terms: termsOf(draft, schoolYear).filter(({ from, to }) => from <= to),
  };
}

/** The terms to save: those with both dates. */
export function termsOf({ terms }: YearDraft, schoolYear: SchoolYear): Term[] {
  return terms.flatMap(({ name, from, to }) => (from && to ? [{ schoolYear, name, from, to }] : []));
}

/**
 * What is wrong with a draft, by the names of the fields of TermsEditor and ClosuresEditor (`terms.spring.to`,
 * `closures.3`). A term without dates is left out only when both its dates are empty.
 */
export function draftProblems(draft: YearDraft, schoolYear: SchoolYear): FieldError[] {
  const missing = draft.terms.flatMap(({ name, from, to }): FieldError[] => {
    const title = termTitles[name].toLowerCase();
    if (from && !to) return [{ path: `terms.${name}.to`, message: `Enter the last day of the ${title}.` }];
    if (to && !from) return [{ path: `terms.${name}.from`, message: `Enter the first day of the ${title}.` }];
    return [];
  });
  const terms = termsOf(draft, schoolYear);
  if (terms.length === 0 && missing.length === 0) {
    const message = `Enter the terms of ${formatSchoolYear(schoolYear)}.`;
    return [{ path: 'terms.autumn.from', message }];
  }
  return [
    ...missing,
    ...fromOperation(checkYearPlan(schoolYear, { terms, closures: draft.closures }), terms),
  ];
}

/** An operation's field errors (`terms.1.to`, `closures.3.from`) under the names of the editors' fields. */
export function fromOperation(errors: readonly FieldError[], terms: readonly Term[]): FieldError[] {
  return errors.map(({ path, message }) => {
    const [list = '', at = '', field = ''] = path.split('.');
    if (list === 'closures') return { path: `closures.${at}`, message };
    if (list !== 'terms') return { path, message };
    const name = terms[Number(at)]?.name ?? 'autumn';
    return { path: `terms.${name}.${field === 'to' ? 'to' : 'from'}`, message };
  });
}
