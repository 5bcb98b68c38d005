import { fetchOperation } from '../../api/client.ts';
import { TypeAhead } from '../../ui/form/type-ahead.tsx';
import { usePersonName } from '../../ui/words/person-name.tsx';

export interface ChosenPupil {
  readonly pupilId: string;
  readonly name: string;
  readonly detail: string;
}

interface PupilFieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: ChosenPupil | null;
  readonly onChange: (pupil: ChosenPupil | null) => void;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean | undefined;
}

/** A pupil of the roll, or of another school who is on record here. */
export function PupilField(props: PupilFieldProps) {
  const personName = usePersonName('open');
  return (
    <TypeAhead<ChosenPupil>
      {...props}
      load={findPupils}
      itemKey={({ pupilId }) => pupilId}
      itemLabel={({ name }) => personName(name)}
      itemDetail={({ detail }) => detail}
    />
  );
}

async function findPupils(text: string): Promise<readonly ChosenPupil[]> {
  const [{ rows }, { pupils }] = await Promise.all([
    fetchOperation('pupils.list', { text, limit: 10, withYears: false }),
    fetchOperation('places.visitors', {}),
  ]);
  const words = text.toLocaleLowerCase('en-GB').split(/\s+/);
  return [
    ...rows.map(({ id, forename, surname, form, upn }) => ({
      pupilId: id,
      name: `${forename} ${surname}`,
      detail: [form, upn].filter(Boolean).join(' · '),
    })),
    ...pupils
      .filter(({ name, upn }) =>
        words.every((word) => `${name} ${upn}`.toLocaleLowerCase('en-GB').includes(word)),
      )
      .map(({ pupilId, name, schoolName }) => ({ pupilId, name, detail: schoolName })),
  ];
}
