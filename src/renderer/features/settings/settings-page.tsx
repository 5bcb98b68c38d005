import { useState } from 'react';
import { useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Tabs, type Tab } from '../../ui/layout/tabs.tsx';
import { CalendarTab } from './calendar-tab.tsx';
import { ExamsTab } from './exams-tab.tsx';
import { SchoolTab } from './school-tab.tsx';
import { ThisPcTab } from './this-pc-tab.tsx';

const KEYS = ['calendar', 'school', 'exams', 'this-pc'] as const;

type Key = (typeof KEYS)[number];

const CALENDAR: Tab<Key> = { key: 'calendar', label: 'Calendar' };
const SCHOOL: Tab<Key> = { key: 'school', label: 'Head and letters' };
const EXAMS: Tab<Key> = { key: 'exams', label: 'Examinations' };
const OTHERS: readonly Tab<Key>[] = [{ key: 'this-pc', label: 'This PC' }];

/** The school's calendar, who decides and what letters carry, examinations, and where the data lives. */
export function SettingsPage({ opensAt }: { readonly opensAt?: string | undefined }) {
  const status = useOperation('setup.status', {});
  const seesExams = useMay('pupils.view');
  const [chosen, setChosen] = useState<Key | null>(KEYS.find((key) => key === opensAt) ?? null);
  return (
    <Page>
      <PageHeader title="Settings" />
      <Loaded query={status} what="the settings">
        {({ school, schoolYear }) => {
          const tab = chosen ?? (school ? 'calendar' : 'this-pc');
          return (
            <Tabs<Key>
              label="Settings"
              tabs={school ? [CALENDAR, SCHOOL, ...(seesExams ? [EXAMS] : []), ...OTHERS] : OTHERS}
              value={tab}
              onChange={setChosen}
            >
              {tab === 'calendar' ? <CalendarTab currentYear={schoolYear} /> : null}
              {tab === 'school' && school ? <SchoolTab phase={school.phase} /> : null}
              {tab === 'exams' && seesExams ? <ExamsTab /> : null}
              {tab === 'this-pc' ? <ThisPcTab /> : null}
            </Tabs>
          );
        }}
      </Loaded>
    </Page>
  );
}
