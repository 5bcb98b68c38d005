import { areaName, outcomeName } from '#shared/text/audit-words.ts';
import { useOperation } from '../../api/client.ts';
import { Chip } from '../../ui/data/chip.tsx';
import { Button } from '../../ui/form/button.tsx';
import { DateField } from '../../ui/form/date-field.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Toolbar } from '../../ui/layout/toolbar.tsx';
import { isNarrowed, type AuditSearch } from './audit-search.ts';

const ALL = '';

interface AuditFilterBarProps {
  readonly search: AuditSearch;
  readonly onSearch: (search: AuditSearch) => void;
}

/** Narrows the trail down: by person, area, outcome and days; of one pupil when it was opened from there. */
export function AuditFilterBar({ search, onSearch }: AuditFilterBarProps) {
  const choices = useOperation('audit.choices', {}).data;
  const set = (key: keyof AuditSearch, value: string | null) => {
    const { row: _, [key]: __, ...rest } = search;
    onSearch(value === null || value === ALL ? rest : { ...rest, [key]: value });
  };
  const areas = (choices?.areas ?? [])
    .map((area) => ({ value: area, label: areaName(area) }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
  return (
    <Toolbar
      label="Which rows"
      actions={
        isNarrowed(search) ? (
          <Button variant="quiet" onClick={() => onSearch({})}>
            Show all
          </Button>
        ) : undefined
      }
    >
      <Row gap={3} align="start">
        <SelectField
          label="Who"
          name="person"
          width="short"
          value={search.person ?? ALL}
          onChange={(value) => set('person', value)}
          options={[
            { value: ALL, label: 'Everybody' },
            ...(choices?.names ?? [])
              .filter((name) => name !== '')
              .map((name) => ({ value: name, label: name })),
          ]}
        />
        <SelectField
          label="Area"
          name="area"
          width="short"
          value={search.area ?? ALL}
          onChange={(value) => set('area', value)}
          options={[{ value: ALL, label: 'Everything' }, ...areas]}
        />
        <SelectField
          label="Outcome"
          name="outcome"
          width="short"
          value={search.outcome ?? ALL}
          onChange={(value) => set('outcome', value)}
          options={[
            { value: ALL, label: 'Any' },
            ...['done', 'left', 'seen', 'refused'].map((value) => ({ value, label: outcomeName(value) })),
          ]}
        />
        <DateField
          label="First day"
          name="from"
          value={search.from ?? null}
          onChange={(value) => set('from', value)}
        />
        <DateField
          label="Last day"
          name="to"
          value={search.to ?? null}
          onChange={(value) => set('to', value)}
        />
      </Row>
      {search.pupil === undefined ? null : <Chip label="One pupil" onRemove={() => set('pupil', null)} />}
    </Toolbar>
  );
}
