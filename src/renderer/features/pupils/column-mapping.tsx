import { useState } from 'react';
import { Callout } from '../../ui/feedback/callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { ErrorSummary } from '../../ui/form/error-summary.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import type { Mapping } from './kept-mappings.ts';
import { mappingErrors } from './mapping-errors.ts';
import type { Inspection } from './use-pupil-import.ts';
import styles from './import.module.css';

interface ColumnMappingProps {
  readonly inspection: Inspection;
  readonly mapping: Mapping;
  readonly busy: boolean;
  readonly onChange: (mapping: Mapping) => void;
  readonly onCheck: () => void;
  readonly onAnotherFile: () => void;
}

const NOT_IN_FILE = '-';

/** Which column of a CSV is which part of a pupil, with what stands in its first rows. */
export function ColumnMapping(props: ColumnMappingProps) {
  const { inspection, mapping, busy, onChange, onCheck, onAnotherFile } = props;
  const { fields, columns } = inspection;
  const [asked, setAsked] = useState(false);
  const errors = asked ? mappingErrors(inspection, mapping) : [];
  const unused = columns.filter((column) => !Object.values(mapping).includes(column));

  const set = (field: string, column: string) => {
    const { [field]: _before, ...others } = mapping;
    onChange(column === NOT_IN_FILE ? others : { ...others, [field]: column });
  };
  const check = () => {
    setAsked(true);
    if (mappingErrors(inspection, mapping).length === 0) onCheck();
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        check();
      }}
    >
      <Panel
        title="Which column is what?"
        context="The columns were matched by their headings. Correct what is wrong; leave out what the file does not have."
        flush
        footer={
          <>
            <Button onClick={onAnotherFile}>Choose another file</Button>
            <Button variant="primary" type="submit" loading={busy}>
              Check the file
            </Button>
          </>
        }
      >
        {errors.length > 0 ? (
          <div className={styles.inset}>
            <ErrorSummary errors={errors} />
          </div>
        ) : null}
        <table className={styles.mapping}>
          <caption className={styles.caption}>Columns of the file and the first rows</caption>
          <thead>
            <tr>
              <th scope="col">Part of the pupil</th>
              <th scope="col">Column of the file</th>
              <th scope="col">First rows</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ field, label, required }) => (
              <tr key={field}>
                <th scope="row">
                  {label}
                  {required ? <span className={styles.required}> (needed)</span> : null}
                </th>
                <td>
                  <SelectField
                    label={`Column for ${label}`}
                    hideLabel
                    name={`mapping.${field}`}
                    value={mapping[field] ?? NOT_IN_FILE}
                    error={errors.find(({ path }) => path === `mapping.${field}`)?.message}
                    onChange={(column) => set(field, column)}
                    options={[
                      { value: NOT_IN_FILE, label: 'Not in this file' },
                      ...[...new Set(columns)].map((column) => ({ value: column, label: column })),
                    ]}
                  />
                </td>
                <td className={styles.sample}>{sampleOf(inspection, mapping[field])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      {unused.length > 0 ? (
        <div className={styles.unused}>
          <Callout tone="info">Not used from this file: {unused.join(', ')}.</Callout>
        </div>
      ) : null}
    </form>
  );
}

function sampleOf({ columns, rows }: Inspection, column: string | undefined): string {
  const place = column === undefined ? -1 : columns.indexOf(column);
  if (place < 0) return '';
  const values = rows.map((row) => row[place]?.trim() ?? '').filter((value) => value !== '');
  return values.length === 0 ? 'empty' : values.slice(0, 3).join(' · ');
}
