import { formatHalfDays } from '#shared/text/exclusion-words.ts';
import { fetchOperation } from '../../api/client.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { TypeAhead } from '../../ui/form/type-ahead.tsx';
import { usePersonName } from '../../ui/words/person-name.tsx';
import type { ChosenPupil } from './form-state.ts';

const SHOWN = 10;

interface Option extends ChosenPupil {
  readonly excludedToday?: boolean;
  readonly yearHalfDays?: number;
}

async function findPupils(text: string): Promise<readonly Option[]> {
  const { rows } = await fetchOperation('pupils.list', { text, limit: SHOWN, withYears: false });
  return rows.map((row) => ({
    id: row.id,
    name: `${row.forename} ${row.surname}`,
    form: row.form,
    upn: row.upn,
    inCare: row.inCare,
    excludedToday: row.excludedToday,
    yearHalfDays: row.yearHalfDays,
  }));
}

const factsOf = ({ form, upn, yearHalfDays }: Option): string =>
  [
    form === undefined ? undefined : `Form ${form}`,
    upn === undefined ? undefined : `UPN ${upn}`,
    yearHalfDays ? `${formatHalfDays(yearHalfDays)} out this year` : undefined,
  ]
    .filter((fact) => fact !== undefined)
    .join(' · ');

const statusOf = ({ excludedToday, inCare }: Option) => (
  <>
    {inCare ? <StatusTag tone="info">In care</StatusTag> : null}
    {excludedToday ? <StatusTag tone="due">Out today</StatusTag> : null}
  </>
);

interface PupilFieldProps {
  readonly value: ChosenPupil | null;
  readonly onChange: (pupil: ChosenPupil | null) => void;
  readonly error?: string | undefined;
  readonly autoFocus: boolean;
}

/** Who is excluded: by a few letters of the name, the form or the UPN. */
export function PupilField({ value, onChange, error, autoFocus }: PupilFieldProps) {
  const shownName = usePersonName('open');
  return (
    <TypeAhead<Option>
      label="Pupil"
      name="pupilId"
      note={value === null ? undefined : factsOf(value)}
      value={value}
      onChange={onChange}
      placeholder="Name, form or UPN"
      load={findPupils}
      itemKey={({ id }) => id}
      itemLabel={({ name }) => shownName(name)}
      itemDetail={factsOf}
      itemAside={statusOf}
      emptyText="Check the spelling. A pupil who has left, or is not imported yet, is not in this list."
      error={error}
      autoFocus={autoFocus}
    />
  );
}
