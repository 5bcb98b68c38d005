import { formatSchoolYear } from './format-date.ts';
import { schoolYearOf } from './school-year.ts';
import type { Closure, SchoolYear, Term } from './types.ts';
import type { FieldError } from '../../kernel/result.ts';

const ORDER = ['autumn', 'spring', 'summer'] as const;

/**
 * What is wrong with a school year's terms and closures, by field path (`terms.0.to`); empty when nothing is. There
 * must be a term; terms must be in the year, in order and apart; closures must end after they start and lie in the
 * year.
 */
export function checkYearPlan(
  schoolYear: SchoolYear,
  plan: { readonly terms: readonly Term[]; readonly closures: readonly Closure[] },
): FieldError[] {
  return [...checkTerms(schoolYear, plan.terms), ...checkClosures(schoolYear, plan.closures)];
}

function checkTerms(schoolYear: SchoolYear, terms: readonly Term[]): FieldError[] {
  if (terms.length === 0) {
    return [
      { path: 'terms', message: `Give the dates of at least one term of ${formatSchoolYear(schoolYear)}.` },
    ];
  }
  const errors: FieldError[] = [];
  terms.forEach((term, at) => {
    const say = (field: string, message: string) => errors.push({ path: `terms.${at}.${field}`, message });
    if (term.schoolYear !== schoolYear || schoolYearOf(term.from) !== schoolYear) {
      say('from', `The ${term.name} term must start in the school year ${formatSchoolYear(schoolYear)}.`);
    }
    if (schoolYearOf(term.to) !== schoolYear) {
      say('to', `The ${term.name} term must end in the school year ${formatSchoolYear(schoolYear)}.`);
    }
    if (term.to < term.from) say('to', `The ${term.name} term ends before it starts.`);
    const before = terms[at - 1];
    if (before && before.to >= term.from)
      say('from', `The ${term.name} term must start after the ${before.name} term ends.`);
    if (terms.findIndex((other) => other.name === term.name) !== at)
      say('name', `There are two ${term.name} terms.`);
    if (before && ORDER.indexOf(before.name) > ORDER.indexOf(term.name)) {
      say('name', `The ${term.name} term comes before the ${before.name} term.`);
    }
  });
  return errors;
}

function checkClosures(schoolYear: SchoolYear, closures: readonly Closure[]): FieldError[] {
  return closures.flatMap((closure, at) => {
    if (closure.to < closure.from) {
      return [{ path: `closures.${at}.to`, message: `${closure.name} ends before it starts.` }];
    }
    if (schoolYearOf(closure.from) !== schoolYear || schoolYearOf(closure.to) !== schoolYear) {
      return [
        {
          path: `closures.${at}.from`,
          message: `${closure.name} is not in the school year ${formatSchoolYear(schoolYear)}.`,
        },
      ];
    }
    return [];
  });
}
