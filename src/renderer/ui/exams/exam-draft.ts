import type { ExaminationKind } from '#shared/domain/duties/types.ts';
import type { FieldError } from '#shared/kernel/result.ts';

/** An examination while it is being entered. */
export interface ExamDraft {
  readonly kind: ExaminationKind;
  readonly name: string;
  readonly date: string | null;
  readonly slot: 'am' | 'pm';
}

export const NEW_EXAM: ExamDraft = { kind: 'public-examination', name: '', date: null, slot: 'am' };

/** What examinations of each kind are called. */
export const EXAM_KIND_WORDS: Readonly<Record<ExaminationKind, string>> = {
  'public-examination': 'Public examination',
  'national-curriculum-test': 'National Curriculum test',
};

/** What is still missing, by field. */
export function examProblems({ name, date }: ExamDraft): readonly FieldError[] {
  return [
    ...(name.trim() === '' ? [{ path: 'name', message: 'Enter the examination.' }] : []),
    ...(date === null ? [{ path: 'date', message: 'Enter the day of the examination.' }] : []),
  ];
}
