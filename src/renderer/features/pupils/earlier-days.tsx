import { useState } from 'react';
import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { termWords } from '#shared/text/pupil-words.ts';
import { useCommand } from '../../api/client.ts';
import { DataTable } from '../../ui/data/data-table.tsx';
import { ErrorCallout } from '../../ui/feedback/error-callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { IconButton } from '../../ui/form/icon-button.tsx';
import { AddIcon, DeleteIcon, EditIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { formatDays } from '../../ui/words/format.ts';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import { EarlierDaysForm } from './earlier-days-form.tsx';
import type { EarlierEntry } from './pupil-found.ts';
import { useMay } from '../../api/use-may.ts';
import styles from './pupil.module.css';

interface EarlierDaysProps {
  readonly pupilId: string;
  readonly earlier: readonly EarlierEntry[];
}

/** Days at earlier schools: they count towards the year, so they are entered where the totals are. */
export function EarlierDays({ pupilId, earlier }: EarlierDaysProps) {
  const mayEdit = useMay('pupils.edit');
  const [editing, setEditing] = useState<EarlierEntry | 'new'>();
  const save = useCommand('pupils.set-earlier-half-days');

  const remove = (entry: EarlierEntry) =>
    save.mutate(
      { pupilId, ...entry, halfDays: 0 },
      {
        onSuccess: () =>
          notify({
            title: 'Earlier days removed',
            text: `${termWords(entry.term)} ${formatSchoolYear(entry.schoolYear)}: ${formatDays(entry.halfDays)} days`,
            action: { label: 'Undo', onSelect: () => save.mutate({ pupilId, ...entry }) },
          }),
      },
    );

  return (
    <Panel
      title="Earlier schools"
      actions={
        mayEdit && editing === undefined ? (
          <Button size="small" icon={AddIcon} onClick={() => setEditing('new')}>
            Add days
          </Button>
        ) : undefined
      }
      flush={earlier.length > 0 && editing === undefined}
    >
      {save.error ? <ErrorCallout error={save.error.error} title="The entry was not removed" /> : null}
      {editing === undefined ? (
        <DataTable
          caption="Days out at earlier schools"
          columns={[
            {
              key: 'year',
              header: 'Term',
              render: (row) => `${termWords(row.term)} ${formatSchoolYear(row.schoolYear)}`,
            },
            {
              key: 'days',
              header: 'Days',
              numeric: true,
              width: '60px',
              render: (row) => formatDays(row.halfDays),
            },
            {
              key: 'source',
              header: 'From',
              render: (row) => (
                <div className={styles.source}>
                  <span>{row.source}</span>
                  {mayEdit ? (
                    <ScreenOnly>
                      <span className={styles.edit}>
                        <IconButton
                          size="small"
                          icon={EditIcon}
                          label={`Change ${termWords(row.term)}`}
                          onClick={() => setEditing(row)}
                        />
                        <IconButton
                          size="small"
                          icon={DeleteIcon}
                          label={`Remove ${termWords(row.term)}`}
                          onClick={() => remove(row)}
                        />
                      </span>
                    </ScreenOnly>
                  ) : null}
                </div>
              ),
            },
          ]}
          rows={earlier}
          rowKey={({ schoolYear, term }) => `${String(schoolYear)} ${term}`}
          empty={
            <Text muted>
              None recorded. Ask the school the pupil came from: its days count towards the year.
            </Text>
          }
        />
      ) : (
        <EarlierDaysForm
          pupilId={pupilId}
          entry={editing === 'new' ? undefined : editing}
          onDone={() => setEditing(undefined)}
        />
      )}
    </Panel>
  );
}
