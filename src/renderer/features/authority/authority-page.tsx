import { useRef, useState } from 'react';
import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { useOperation } from '../../api/client.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { ImportIcon, PrintIcon } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Toolbar } from '../../ui/layout/toolbar.tsx';
import { plural } from '../../ui/words/format.ts';
import { matchSchools } from '../../ui/data/match-schools.ts';
import { PrintHead } from './print-head.tsx';
import { ReceivedPanel } from './received-panel.tsx';
import { SchoolsTable } from './schools-table.tsx';
import type { SchoolRow } from './types.ts';
import { useMay } from '../../api/use-may.ts';
import styles from './authority.module.css';

const ALL = 'all';

/** Above this many years a list takes less room than words side by side. */
const SIDE_BY_SIDE = 4;

/** The authority's schools with what they sent: who has not, totals by kind, and the files behind them. */
export function AuthorityPage() {
  const [year, setYear] = useState(ALL);
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState<SchoolRow>();
  const openedFrom = useRef<Element>(null);
  const authority = useOperation('setup.status', {}).data?.authority;
  const schools = useOperation('authority.schools', year === ALL ? {} : { schoolYear: Number(year) }, {
    keepPrevious: true,
  });
  const mayImport = useMay('authority.import');
  const rows = schools.data?.rows ?? [];
  const silent = rows.filter(({ returns }) => returns === 0).length;
  const years = [ALL, ...(schools.data?.years ?? []).map(String)].map((value) => ({
    value,
    label: value === ALL ? 'All years' : formatSchoolYear(Number(value)),
  }));
  const yearChoice = { label: 'School year', name: 'year', value: year, onChange: setYear, options: years };

  return (
    <div className={styles.sheet}>
      <Page>
        <PageHeader
          title={authority ? `${authority.name} (${authority.code})` : 'Authority'}
          context={
            schools.data
              ? `${summary(rows.length, silent)}${year === ALL ? '' : ` for ${formatSchoolYear(Number(year))}`}.`
              : undefined
          }
          actions={
            <>
              <Button icon={PrintIcon} onClick={() => window.print()}>
                Print
              </Button>
              <ButtonLink to="/authority/compare">Compare schools</ButtonLink>
              {mayImport ? (
                <ButtonLink to="/authority/import" variant="primary" icon={ImportIcon}>
                  Import returns
                </ButtonLink>
              ) : null}
            </>
          }
        />
        <PrintHead
          title={`Exclusions by school, ${year === ALL ? 'all years' : formatSchoolYear(Number(year))}`}
        />
        <Toolbar label="Which schools">
          {years.length === 1 ? null : years.length <= SIDE_BY_SIDE ? (
            <SegmentedChoice {...yearChoice} />
          ) : (
            <SelectField {...yearChoice} />
          )}
          <TextField
            label="Find a school"
            name="find"
            type="search"
            width="medium"
            placeholder="Name or number"
            value={typed}
            onChange={setTyped}
          />
        </Toolbar>
        {opened ? (
          <ReceivedPanel
            key={opened.laEstab}
            school={opened}
            onClose={() => {
              setOpened(undefined);
              if (openedFrom.current instanceof HTMLElement) openedFrom.current.focus();
            }}
          />
        ) : null}
        <Panel flush>
          <Loaded query={schools} what="the schools">
            {({ rows: all }) => (
              <div className={styles.schools}>
                <SchoolsTable
                  rows={matchSchools(all, typed)}
                  any={all.length > 0}
                  opened={opened?.laEstab}
                  mayImport={mayImport}
                  onOpen={(row) => {
                    openedFrom.current = document.activeElement;
                    setOpened(row);
                  }}
                  onClear={() => setTyped('')}
                />
              </div>
            )}
          </Loaded>
        </Panel>
      </Page>
    </div>
  );
}

function summary(schools: number, silent: number): string {
  if (schools === 0) return 'No return has been received yet';
  const all = plural(schools, 'school');
  if (silent === 0)
    return schools === 1 ? '1 school, which has sent a return' : `${all}; all have sent a return`;
  if (silent === schools) return `${all}; nothing received yet`;
  return `${all}; ${silent.toLocaleString('en-GB')} with nothing received`;
}
