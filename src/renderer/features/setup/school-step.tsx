import { useEffect, useState } from 'react';
import type { FieldError } from '#shared/kernel/result.ts';
import { headTitle } from '#shared/text/head-words.ts';
import { fetchOperation } from '../../api/client.ts';
import { Button } from '../../ui/form/button.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { TypeAhead } from '../../ui/form/type-ahead.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { calmName } from './calm-name.ts';
import {
  formatNumber,
  NO_SCHOOL,
  phaseNames,
  schoolOf,
  type Hit,
  type Phase,
  type SchoolDraft,
} from './school-draft.ts';
import { StepHeading } from './steps.tsx';

const PHASES: readonly Phase[] = [
  'primary',
  'secondary',
  'all-through',
  'special',
  'pru',
  'nursery',
  'unknown',
];

interface Props {
  readonly school: SchoolDraft;
  readonly onChange: (school: SchoolDraft) => void;
  readonly errors: readonly FieldError[];
}

/** Which school this is: from the national list, or by hand. */
export function SchoolStep({ school, onChange, errors }: Props) {
  const [hit, setHit] = useState<Hit | null>(null);
  const [byHand, setByHand] = useState(false);
  // The list is read on first use: before the first letter is typed, nobody waits for it.
  useEffect(() => void fetchOperation('schools.search', { text: '' }).catch(() => undefined), []);
  const errorAt = (path: string) => errors.find((error) => error.path === path)?.message;
  const entered = byHand || hit !== null || school.laEstab !== '' || school.name !== '';
  const change = (part: Partial<SchoolDraft>) => onChange({ ...school, ...part });
  return (
    <Stack gap={4}>
      <StepHeading keepFocus>Which school is yours?</StepHeading>
      <TypeAhead<Hit>
        label="Find your school"
        name="find"
        hint="By name, DfE number or URN."
        placeholder="For example Fenland, 873/4001 or 136775"
        value={hit}
        onChange={(found) => {
          setHit(found);
          setByHand(false);
          const { headName } = school;
          onChange(found ? { ...schoolOf(found), headName } : { ...NO_SCHOOL, headName });
        }}
        load={async (text) => (await fetchOperation('schools.search', { text })).hits}
        itemKey={({ laEstab }) => laEstab}
        itemLabel={({ name }) => calmName(name)}
        itemDetail={(one) =>
          `${one.laName} · ${formatNumber(one.laEstab)}${one.urn ? ` · URN ${one.urn}` : ''}`
        }
        minimum={2}
        emptyText="No school of that name or number in the list. Enter it by hand below."
        error={errorAt('find')}
        autoFocus
      />
      <Row gap={2} align="center">
        <Text as="span" muted small>
          The list is the national one of 2017/18: newer schools are missing, and names may have changed.
        </Text>
        {entered ? null : (
          <Button size="small" variant="quiet" onClick={() => setByHand(true)}>
            My school is not in the list
          </Button>
        )}
      </Row>
      {entered ? (
        <Panel title={hit ? 'Is this right?' : 'Your school'}>
          <Stack gap={4}>
            <TextField
              label="Name"
              name="school.name"
              hint="As it should stand in letters and returns."
              value={school.name}
              onChange={(name) => change({ name })}
              maxLength={120}
              autoFocus={byHand}
              error={errorAt('school.name')}
            />
            <Row gap={4} align="start">
              <TextField
                label="DfE number"
                name="school.laEstab"
                hint="3 digits, then 4: 873/4001"
                value={school.laEstab}
                onChange={(laEstab) => change({ laEstab })}
                maxLength={12}
                width="short"
                error={errorAt('school.laEstab')}
              />
              <TextField
                label="URN"
                name="school.urn"
                optional
                hint="5 or 6 digits"
                value={school.urn}
                onChange={(urn) => change({ urn })}
                maxLength={6}
                width="short"
                error={errorAt('school.urn')}
              />
            </Row>
            <SelectField
              label="Kind of school"
              name="school.phase"
              value={school.phase}
              options={PHASES.map((phase) => ({ value: phase, label: phaseNames[phase] }))}
              onChange={(phase) => change({ phase })}
              width="medium"
            />
            <TextField
              label={headTitle(school.phase)}
              name="headName"
              hint="Only they, or whoever acts for them, may exclude. As it stands under the letters: Mrs G. Field"
              value={school.headName}
              onChange={(headName) => change({ headName })}
              maxLength={80}
              width="medium"
              error={errorAt('headName')}
            />
          </Stack>
        </Panel>
      ) : null}
    </Stack>
  );
}
