import { fetchOperation } from '../../api/client.ts';
import { TypeAhead } from '../../ui/form/type-ahead.tsx';
import { usePersonName } from '../../ui/words/person-name.tsx';

export interface ChosenPupil {
  readonly pupilId: string;
  readonly name: string;
  readonly detail: string;
}

interface PupilFieldProps {
  readonly value: ChosenPupil | null;
  readonly onChange: (pupil: ChosenPupil | null) => void;
  readonly error?: string | undefined;
}

/** A pupil of the roll. */
export function PupilField(props: PupilFieldProps) {
  const personName = usePersonName('open');
  return (
    <TypeAhead<ChosenPupil>
      {...props}
      label="Pupil"
      name="pupilId"
      autoFocus
      load={findPupils}
      itemKey={({ pupilId }) => pupilId}
      itemLabel={({ name }) => personName(name)}
      itemDetail={({ detail }) => detail}
    />
  );
}

async function findPupils(text: string): Promise<readonly ChosenPupil[]> {
  const { rows } = await fetchOperation('pupils.list', { text, limit: 10, withYears: false });
  return rows.map(({ id, forename, surname, form, upn }) => ({
    pupilId: id,
    name: `${forename} ${surname}`,
    detail: [form, upn].filter(Boolean).join(' · '),
  }));
}
