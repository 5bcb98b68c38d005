import { useState } from 'react';
import { termWords } from '#shared/text/pupil-words.ts';
import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { referenceTermOf } from '#shared/domain/calendar/school-year.ts';
import type { TermName } from '#shared/domain/calendar/types.ts';
import type { AppError } from '#shared/kernel/result.ts';
import { useCommand, useOperation } from '../../api/client.ts';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { ExportIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { plural } from '../../ui/words/format.ts';
import { useToday } from '../../ui/words/today.tsx';
import styles from './support.module.css';

const TERMS: readonly TermName[] = ['summer', 'spring', 'autumn'];

/** The grid that goes to the area each term: who, why, and when signed off. */
export function GridPanel() {
  const now = referenceTermOf(useToday());
  const terms = [now.schoolYear, now.schoolYear - 1]
    .flatMap((schoolYear) => TERMS.map((term) => ({ schoolYear, term })))
    .slice(TERMS.indexOf(now.name));
  const [at, setAt] = useState('0');
  const chosen = terms[Number(at)] ?? { schoolYear: now.schoolYear, term: now.name };
  const grid = useOperation('support.grid', chosen, { keepPrevious: true }).data;
  const write = useCommand('support.export-grid');
  const [error, setError] = useState<AppError>();
  const exportCsv = () => {
    setError(undefined);
    write.mutate(chosen, {
      onSuccess: ({ fileName, rows }) =>
        notify({ title: 'Grid written', text: `${fileName}, ${plural(rows, 'entry', 'entries')}` }),
      onError: (failure) => {
        if (failure.error.code !== 'cancelled') setError(failure.error);
      },
    });
  };
  return (
    <Panel title="Termly grid" context="Everybody who was on the register in the term: who, why, signed off">
      {error ? <ErrorCallout title="The grid was not written" error={error} /> : null}
      <Row gap={3} align="end">
        <SelectField
          label="Term"
          width="medium"
          value={at}
          onChange={setAt}
          options={terms.map(({ schoolYear, term }, index) => ({
            value: String(index),
            label: `${termWords(term)} ${formatSchoolYear(schoolYear)}`,
          }))}
        />
        <Button icon={ExportIcon} loading={write.isPending} onClick={exportCsv}>
          Export CSV…
        </Button>
        {grid ? (
          <div className={styles.count}>
            <Text muted>
              {plural(grid.rows.length, 'entry', 'entries')}
              {grid.perHundred === undefined
                ? '.'
                : `; ${grid.perHundred.toLocaleString('en-GB')} in each 100 pupils on the roll.`}
            </Text>
          </div>
        ) : null}
      </Row>
    </Panel>
  );
}
