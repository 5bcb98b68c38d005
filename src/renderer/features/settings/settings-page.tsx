import { useState } from 'react';
import { useOperation } from '../../api/client.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Tabs, type Tab } from '../../ui/layout/tabs.tsx';
import { CalendarTab } from './calendar-tab.tsx';
import { RolesTab } from './roles-tab.tsx';
import { ThisPcTab } from './this-pc-tab.tsx';

type Key = 'calendar' | 'roles' | 'this-pc';

const CALENDAR: Tab<Key> = { key: 'calendar', label: 'Calendar' };
const OTHERS: readonly Tab<Key>[] = [
  { key: 'roles', label: 'Roles' },
  { key: 'this-pc', label: 'This PC' },
];

/** The school's calendar, what each role may do, and where the data lives. */
export function SettingsPage() {
  const status = useOperation('setup.status', {});
  const [chosen, setChosen] = useState<Key | null>(null);
  return (
    <Page>
      <PageHeader title="Settings" />
      <Loaded query={status} what="the settings">
        {({ school, schoolYear }) => {
          const tab = chosen ?? (school ? 'calendar' : 'roles');
          return (
            <Tabs<Key>
              label="Settings"
              tabs={school ? [CALENDAR, ...OTHERS] : OTHERS}
              value={tab}
              onChange={setChosen}
            >
              {tab === 'calendar' ? <CalendarTab currentYear={schoolYear} /> : null}
              {tab === 'roles' ? <RolesTab /> : null}
              {tab === 'this-pc' ? <ThisPcTab /> : null}
            </Tabs>
          );
        }}
      </Loaded>
    </Page>
  );
}
