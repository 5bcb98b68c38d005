import { useState } from 'react';
import type { OperationInput } from '#shared/contract/contract.ts';
import type { FieldError } from '#shared/kernel/result.ts';
import { sayYearGroup } from '#shared/text/rule-words.ts';
import { fetchOperation, useCommand } from '../../api/client.ts';
import { useKeptForm } from '../../api/use-kept-form.ts';
import { Button } from '../../ui/form/button.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { TypeAhead } from '../../ui/form/type-ahead.tsx';
import { Row } from '../../ui/layout/row.tsx';

interface VisitorFormProps {
  readonly onDone: (pupilId: string) => void;
  readonly onClose: () => void;
}

interface FoundSchool {
  readonly laEstab: string;
  readonly name: string;
  readonly laName: string;
}

const YEARS = Array.from({ length: 15 }, (_, year) => ({ value: String(year), label: sayYearGroup(year) }));

/** Puts a pupil of another school on record. */
export function VisitorForm({ onDone, onClose }: VisitorFormProps) {
  const add = useCommand('places.add-visitor');
  const [forename, setForename] = useState('');
  const [surname, setSurname] = useState('');
  const [upn, setUpn] = useState('');
  const [dob, setDob] = useState<string | null>(null);
  const [sex, setSex] = useState<'F' | 'M' | null>(null);
  const [year, setYear] = useState<string | null>(null);
  const [school, setSchool] = useState<FoundSchool | null>(null);
  const [byHand, setByHand] = useState(false);
  const [schoolName, setSchoolName] = useState('');
  const [laEstab, setLaEstab] = useState('');
  useKeptForm(
    'visitor/new',
    { forename, surname, upn, dob, sex, year, school, byHand, schoolName, laEstab },
    (was) => {
      setForename(was.forename);
      setSurname(was.surname);
      setUpn(was.upn);
      setDob(was.dob);
      setSex(was.sex);
      setYear(was.year);
      setSchool(was.school);
      setByHand(was.byHand);
      setSchoolName(was.schoolName);
      setLaEstab(was.laEstab);
    },
  );
  const [missing, setMissing] = useState<readonly FieldError[]>([]);
  const refused = add.error?.error;
  const errors = missing.length > 0 ? missing : (refused?.fields ?? []);
  const errorOf = (path: string) => errors.find((one) => one.path === path)?.message;

  const from: OperationInput<'places.add-visitor'>['school'] | undefined = byHand
    ? { name: schoolName, laEstab }
    : school
      ? { name: school.name, laEstab: school.laEstab }
      : undefined;

  const submit = () => {
    const wrong = (when: boolean, path: string, message: string) => (when ? [{ path, message }] : []);
    const problems = [
      ...wrong(forename.trim() === '', 'forename', 'Enter the first name.'),
      ...wrong(surname.trim() === '', 'surname', 'Enter the surname.'),
      ...wrong(upn.trim() === '', 'upn', 'Enter the unique pupil number.'),
      ...wrong(dob === null, 'dob', 'Enter the date of birth.'),
      ...wrong(sex === null, 'sex', 'Choose the sex.'),
      ...wrong(from === undefined, 'school', 'Choose the school the pupil comes from.'),
    ];
    setMissing(problems);
    if (dob === null || sex === null || from === undefined || problems.length > 0) return;
    add.mutate(
      { forename, surname, upn, dob, sex, school: from, ...(year === null ? {} : { year: Number(year) }) },
      { onSuccess: ({ pupilId }) => onDone(pupilId) },
    );
  };

  return (
    <SmallForm errors={errors} refused={refused} refusedTitle="Nobody was put on record" onSubmit={submit}>
      <Row align="start" gap={3}>
        <TextField
          label="First name"
          name="forename"
          width="short"
          value={forename}
          maxLength={120}
          autoFocus
          onChange={setForename}
          error={errorOf('forename')}
        />
        <TextField
          label="Surname"
          name="surname"
          width="short"
          value={surname}
          maxLength={120}
          onChange={setSurname}
          error={errorOf('surname')}
        />
        <TextField
          label="Unique pupil number"
          name="upn"
          width="short"
          value={upn}
          maxLength={20}
          onChange={setUpn}
          error={errorOf('upn')}
        />
      </Row>
      <Row align="start" gap={3}>
        <DateField label="Date of birth" name="dob" value={dob} onChange={setDob} error={errorOf('dob')} />
        <SegmentedChoice
          label="Sex"
          name="sex"
          value={sex}
          onChange={setSex}
          options={[
            { value: 'F', label: 'Female' },
            { value: 'M', label: 'Male' },
          ]}
          error={errorOf('sex')}
        />
        <SelectField
          label="Year group"
          name="year"
          width="short"
          optional
          value={year}
          onChange={setYear}
          options={YEARS}
          error={errorOf('year')}
        />
      </Row>
      {byHand ? (
        <Row align="start" gap={3}>
          <TextField
            label="School"
            name="school.name"
            width="medium"
            value={schoolName}
            maxLength={120}
            onChange={setSchoolName}
            error={errorOf('school') ?? errorOf('school.name')}
          />
          <TextField
            label="DfE number"
            name="school.laEstab"
            width="short"
            hint="Authority and school: 201/4001"
            value={laEstab}
            maxLength={8}
            onChange={setLaEstab}
            error={errorOf('school.laEstab')}
          />
        </Row>
      ) : (
        <TypeAhead<FoundSchool>
          label="School the pupil comes from"
          name="school"
          value={school}
          onChange={setSchool}
          load={async (text) => (await fetchOperation('schools.search', { text, limit: 12 })).hits}
          itemKey={(hit) => hit.laEstab}
          itemLabel={(hit) => hit.name}
          itemDetail={(hit) => `${hit.laName} · ${hit.laEstab}`}
          emptyText="It may have another name in the national list; or enter it by hand."
          error={errorOf('school')}
        />
      )}
      <Row justify="end">
        <Button size="small" variant="quiet" onClick={() => setByHand(!byHand)}>
          {byHand ? 'Find it in the national list' : 'Enter the school by hand'}
        </Button>
        <Button size="small" onClick={onClose}>
          Cancel
        </Button>
        <Button size="small" variant="primary" type="submit" loading={add.isPending}>
          Put on record
        </Button>
      </Row>
    </SmallForm>
  );
}
