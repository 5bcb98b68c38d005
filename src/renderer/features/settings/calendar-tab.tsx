import { useState } from 'react';
import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import type { SchoolYear } from '#shared/domain/calendar/types.ts';
import { useOperation } from '../../api/client.ts';
import { useKeptForm } from '../../api/use-kept-form.ts';
import type { YearDraft } from '../../ui/calendar/year-draft.ts';
import { Callout } from '../../ui/feedback/callout.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { SchoolDayPanel } from './school-day-panel.tsx';
import { useLeaveGuard } from '../../ui/hooks/use-leave-guard.tsx';
import { YearForm } from './year-form.tsx';
import { missingYears, yearsToOffer } from './years-to-offer.ts';

/** The school's years, one at a time; what is typed in one stays while another is looked at. */
export function CalendarTab({ currentYear }: { readonly currentYear: SchoolYear }) {
  const [schoolYear, setSchoolYear] = useState(currentYear);
  const [drafts, setDrafts] = useState<Readonly<Record<SchoolYear, YearDraft | undefined>>>({});
  useKeptForm('calendar', { schoolYear, drafts }, (was) => {
    setSchoolYear(was.schoolYear);
    setDrafts(was.drafts);
  });
  const calendar = useOperation('calendar.get', { schoolYear });
  const mayEdit = useOperation('session.get', {}).data?.permissions.includes('calendar.edit') ?? false;
  const unsaved = Object.values(drafts).some((draft) => draft !== undefined);
  const guard = useLeaveGuard(unsaved);

  return (
    <Stack gap={4}>
      {guard}
      <Loaded query={calendar} what="the calendar">
        {(value) => (
          <>
            {missingYears(value.years, currentYear)
              .filter((year) => year !== schoolYear)
              .map((year) => (
                <Callout
                  key={year}
                  tone="due"
                  title={`The terms of ${formatSchoolYear(year)} are not entered`}
                  actions={
                    mayEdit ? (
                      <Button size="small" onClick={() => setSchoolYear(year)}>
                        Enter {formatSchoolYear(year)}
                      </Button>
                    ) : undefined
                  }
                >
                  {year === currentYear
                    ? 'Days cannot be counted until they are: no exclusion of this school year can be recorded.'
                    : 'An exclusion that runs over the summer cannot be counted to its end until they are.'}
                </Callout>
              ))}
            <SelectField
              label="School year"
              width="medium"
              value={String(schoolYear)}
              options={yearsToOffer(value.years, currentYear).map((year) => ({
                value: String(year),
                label: labelOf(year, value.years, drafts[year] !== undefined),
              }))}
              onChange={(year) => setSchoolYear(Number(year))}
            />
            <YearForm
              key={schoolYear}
              schoolYear={schoolYear}
              stored={value.schoolYear === schoolYear ? value : { terms: [], closures: [] }}
              draft={drafts[schoolYear]}
              onDraft={(draft) => setDrafts((all) => ({ ...all, [schoolYear]: draft }))}
              readOnly={!mayEdit}
            />
            <SchoolDayPanel times={value.sessionTimes} mayEdit={mayEdit} />
          </>
        )}
      </Loaded>
    </Stack>
  );
}

function labelOf(year: SchoolYear, entered: readonly SchoolYear[], unsaved: boolean): string {
  const notes = [entered.includes(year) ? '' : 'no dates yet', unsaved ? 'not saved' : ''].filter(Boolean);
  return notes.length === 0 ? formatSchoolYear(year) : `${formatSchoolYear(year)} (${notes.join(', ')})`;
}
