import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { termWords } from '#shared/text/pupil-words.ts';
import { SelectField } from '../../ui/form/select-field.tsx';
import type { GridTerm } from './types.ts';

const keyOf = ({ schoolYear, term }: GridTerm): string => `${String(schoolYear)} ${term}`;

/** One of the terms of which there are grids. */
export function TermChoice({
  terms,
  value,
  onChange,
}: {
  readonly terms: readonly GridTerm[];
  readonly value: GridTerm;
  readonly onChange: (term: GridTerm) => void;
}) {
  return (
    <SelectField
      label="Term"
      width="medium"
      value={keyOf(value)}
      onChange={(key) => {
        const chosen = terms.find((term) => keyOf(term) === key);
        if (chosen) onChange(chosen);
      }}
      options={terms.map((term) => ({
        value: keyOf(term),
        label: `${termWords(term.term)} ${formatSchoolYear(term.schoolYear)}`,
      }))}
    />
  );
}
