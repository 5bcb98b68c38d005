import { TypeAhead } from '../form/type-ahead.tsx';
import { usePersonName } from '../words/person-name.tsx';

export interface ChosenPupil {
  readonly pupilId: string;
  readonly name: string;
  readonly detail: string;
}

interface PupilFieldProps {
  readonly value: ChosenPupil | null;
  readonly onChange: (pupil: ChosenPupil | null) => void;
  readonly load: (text: string) => Promise<readonly ChosenPupil[]>;
  readonly error?: string | undefined;
}

/** A pupil of the roll, found by name or UPN. */
export function PupilField(props: PupilFieldProps) {
  const personName = usePersonName('open');
  return (
    <TypeAhead<ChosenPupil>
      {...props}
      label="Pupil"
      name="pupilId"
      autoFocus
      itemKey={({ pupilId }) => pupilId}
      itemLabel={({ name }) => personName(name)}
      itemDetail={({ detail }) => detail}
    />
  );
}
