import { useState } from 'react';
import { sayCriterion } from '#shared/text/support-words.ts';
import type { AppError } from '#shared/kernel/result.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { NumberField } from '../../ui/form/number-field.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { ExportIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { plural } from '../../ui/words/format.ts';
import type { CriteriaChoice } from './types.ts';

/** The authority’s own criteria and procedure, begun from what there is, as a file that schools take over. */
export function CriteriaView() {
  const choices = useOperation('authority.criteria-choices', {});
  const [at, setAt] = useState('0');
  return (
    <Loaded query={choices} what="the criteria">
      {(found) => {
        const chosen = found.choices[Number(at)] ?? found.choices[0];
        return (
          <Panel
            title="Criteria for schools"
            context="Schools that go by the same criteria can be compared. Each takes the file over under Support, Termly grid."
          >
            <Stack gap={4}>
              <SelectField
                label="Begin from"
                width="full"
                value={at}
                onChange={setAt}
                options={found.choices.map(({ name, schools }, index) => ({
                  value: String(index),
                  label: schools === 0 ? name : `${name} (${plural(schools, 'school')} in the newest grids)`,
                }))}
              />
              {chosen ? <Draft key={at} choice={chosen} /> : null}
            </Stack>
          </Panel>
        );
      }}
    </Loaded>
  );
}

function Draft({ choice: { criteria } }: { readonly choice: CriteriaChoice }) {
  const write = useCommand('authority.write-criteria');
  const [error, setError] = useState<AppError>();
  const [without, setWithout] = useState<readonly string[]>([]);
  const { categories, procedure } = criteria;
  const [weeks, setWeeks] = useState<number | null>(procedure.periodWeeks);
  const [days, setDays] = useState<number | null>(procedure.meetingDays);
  const [minutes, setMinutes] = useState<number | null>(procedure.meetingMinutes);
  const writeFile = () => {
    setError(undefined);
    if (weeks === null || days === null || minutes === null) {
      setError({
        code: 'invalid-input',
        message: 'Enter the weeks, the days and the minutes as whole numbers.',
      });
      return;
    }
    write.mutate(
      {
        criteria: {
          ...criteria,
          criteria: criteria.criteria.filter(({ id }) => !without.includes(id)),
          procedure: { ...procedure, periodWeeks: weeks, meetingDays: days, meetingMinutes: minutes },
        },
      },
      {
        onSuccess: ({ fileName }) => notify({ title: 'Criteria written', text: fileName }),
        onError: (failure) => {
          if (failure.error.code !== 'cancelled') setError(failure.error);
        },
      },
    );
  };
  return (
    <Stack gap={4}>
      {error ? <ErrorCallout title="The file was not written" error={error} /> : null}
      {categories.map(({ letter, name }) => (
        <Stack key={letter} gap={1}>
          <Text strong>
            {letter} {name}
          </Text>
          {criteria.criteria
            .filter(({ category }) => category === letter)
            .map(({ id, rule }) => (
              <CheckboxField
                key={id}
                label={sayCriterion(rule)}
                checked={!without.includes(id)}
                onChange={(on) => setWithout(on ? without.filter((one) => one !== id) : [...without, id])}
              />
            ))}
        </Stack>
      ))}
      <Row gap={4} align="start">
        <NumberField
          label="Period of support"
          suffix="weeks"
          min={1}
          max={26}
          value={weeks}
          onChange={setWeeks}
        />
        <NumberField label="A meeting every" suffix="days" min={1} max={92} value={days} onChange={setDays} />
        <NumberField
          label="Length of a meeting"
          suffix="minutes"
          min={0}
          max={480}
          value={minutes}
          onChange={setMinutes}
        />
      </Row>
      <Row>
        <Button variant="primary" icon={ExportIcon} loading={write.isPending} onClick={writeFile}>
          Write the file…
        </Button>
      </Row>
    </Stack>
  );
}
