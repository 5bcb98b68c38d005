import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { isReason } from '#shared/domain/compare/group-values.ts';
import { GROUP_LEVELS, GROUP_MEASURES, PUPIL_GROUPS, type GroupLevel } from '#shared/domain/compare/types.ts';
import { groupLevelWords, groupMeasureWords, groupWords } from '#shared/text/group-words.ts';
import { useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Toolbar } from '../../ui/layout/toolbar.tsx';
import { GroupTable } from './group-table.tsx';
import type { ComparedBy, GroupsAsked } from './types.ts';

interface Props {
  readonly asked: GroupsAsked;
  readonly phase: ComparedBy['phase'];
  /** Schools of the phase, to choose one. */
  readonly schools: readonly { readonly key: string; readonly name: string }[];
  readonly onAsk: (asked: GroupsAsked) => void;
}

/** Exclusions of a school year by group of pupils or by reason, for all schools, a phase, a cluster or a school. */
export function GroupsPanel({ asked, phase, schools, onAsk }: Props) {
  const maySeePupils = useMay('authority.view-pupils');
  const query = useOperation('authority.breakdown', asked, { keepPrevious: true });
  const change = (part: Partial<GroupsAsked>) => onAsk({ ...asked, ...part });
  const clusters = query.data?.clusters ?? [];
  const keys: Readonly<Record<GroupLevel, readonly { readonly value: string; readonly label: string }[]>> = {
    all: [],
    phase: [],
    cluster: clusters.map((value) => ({ value, label: value })),
    school: schools.map(({ key, name }) => ({ value: key, label: name })),
  };
  const choices = keys[asked.level];
  const levels = GROUP_LEVELS.filter(
    (level) => (level !== 'cluster' || clusters.length > 0) && (level !== 'school' || schools.length > 0),
  );
  const years = query.data?.offered ?? [];
  return (
    <Stack gap={3}>
      <Toolbar label="What to break down">
        <SelectField
          label="By"
          name="group"
          width="short"
          value={asked.group}
          onChange={(group) =>
            change({
              group,
              measure: isReason(group) && asked.measure === 'pupils' ? 'incidents' : asked.measure,
            })
          }
          options={PUPIL_GROUPS.map((value) => ({ value, label: groupWords(value) }))}
        />
        <SelectField
          label="Counted"
          name="counted"
          width="short"
          value={asked.measure}
          onChange={(measure) => change({ measure })}
          options={GROUP_MEASURES.map((value) => ({
            value,
            label: groupMeasureWords(value),
            disabled: value === 'pupils' && isReason(asked.group),
          }))}
        />
        <SelectField
          label="Of"
          name="level"
          width="short"
          value={asked.level}
          onChange={(level) =>
            change({ level, key: level === 'phase' ? phase : (keys[level][0]?.value ?? '') })
          }
          options={levels.map((value) => ({ value, label: groupLevelWords(value) }))}
        />
        {choices.length === 0 ? null : (
          <SelectField
            label={groupLevelWords(asked.level)}
            name="key"
            width="medium"
            value={asked.key}
            onChange={(key) => change({ key })}
            options={choices}
          />
        )}
        <SelectField
          label="School year"
          name="year"
          width="short"
          value={String(query.data?.schoolYear ?? '')}
          onChange={(year) => change({ schoolYear: Number(year) })}
          options={years.map((year) => ({ value: String(year), label: formatSchoolYear(year) }))}
        />
        {maySeePupils ? (
          <CheckboxField
            label="Hide small numbers"
            name="suppressed"
            checked={asked.suppressed}
            onChange={(suppressed) => change({ suppressed })}
          />
        ) : null}
      </Toolbar>
      <Loaded query={query} what="the groups">
        {(breakdown) => <GroupTable breakdown={breakdown} asked={asked} />}
      </Loaded>
    </Stack>
  );
}
