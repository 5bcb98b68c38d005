import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { ncYearWords } from '#shared/text/pupil-words.ts';
import { useOperation } from '../../api/client.ts';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { SegmentedChoice } from '../../ui/form/segmented-choice.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useDebounced } from '../../ui/hooks/use-debounced.ts';
import { ImportIcon, PupilsIcon, SearchIcon } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Toolbar } from '../../ui/layout/toolbar.tsx';
import { plural } from '../../ui/words/format.ts';
import { Pager } from './pager.tsx';
import { PupilTable } from './pupil-table.tsx';
import { useRollFilter, WHOLE_ROLL, type RollFilter } from './roll-filter.ts';
import { useKeysOf } from './use-keys-of.ts';
import { useMay } from '../../api/use-may.ts';
import styles from './pupils.module.css';

const PAGE_SIZE = 100;

const ROLLS = [
  { value: 'current', label: 'On roll' },
  { value: 'left', label: 'Left' },
  { value: 'all', label: 'All' },
] as const;

/** The roll: type to find, arrows and Enter to open. */
export function PupilsPage() {
  const [filter, change] = useRollFilter();
  const mayImport = useMay('pupils.import');
  const navigate = useNavigate();
  const table = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const { ncYear, roll, offset } = filter;
  // Waits for a pause in typing, but a filter chosen acts at once.
  const text = useDebounced(filter.text, 60);
  const list = useOperation(
    'pupils.list',
    { text, roll, offset, limit: PAGE_SIZE, ...(ncYear === 'all' ? {} : { ncYear }) },
    { keepPrevious: true },
  );
  const years = list.data?.ncYears ?? [];
  const shownYears = ncYear === 'all' || years.includes(ncYear) ? years : [...years, ncYear];

  useKeysOf(search, (event) => {
    const firstRow = table.current?.querySelector<HTMLElement>('tbody tr[tabindex]');
    const only = list.data?.total === 1 && text === filter.text ? list.data.rows[0] : undefined;
    if (event.key === 'ArrowDown' || (event.key === 'Enter' && only === undefined)) {
      event.preventDefault();
      firstRow?.focus();
    } else if (event.key === 'Enter' && only !== undefined) {
      void navigate({ to: '/pupils/$pupilId', params: { pupilId: only.id } });
    } else if (event.key === 'Escape' && filter.text !== '') {
      event.preventDefault();
      change({ text: '' });
    }
  });

  return (
    <Page>
      <PageHeader
        title="Pupils"
        keepFocus
        context={<span role="status">{list.data ? countWords(list.data.total, filter) : 'Loading…'}</span>}
        actions={
          mayImport ? (
            <>
              <ButtonLink to="/pupils/transfer">Take over a pupil’s file</ButtonLink>
              <ButtonLink to="/pupils/import" icon={ImportIcon}>
                Import pupils
              </ButtonLink>
            </>
          ) : undefined
        }
      />
      <Toolbar label="Find pupils">
        <div className={styles.search}>
          <TextField
            ref={search}
            label="Name, form or UPN"
            type="search"
            value={filter.text}
            onChange={(typed) => change({ text: typed })}
            maxLength={120}
            autoFocus
          />
        </div>
        <SelectField
          label="Year group"
          width="short"
          value={ncYear}
          onChange={(value) => change({ ncYear: value })}
          options={[
            { value: 'all', label: 'All year groups' },
            ...shownYears.map((year) => ({ value: year, label: ncYearWords(year) })),
          ]}
        />
        <SegmentedChoice
          label="Roll"
          value={roll}
          onChange={(value) => change({ roll: value, ncYear: 'all' })}
          options={ROLLS}
        />
      </Toolbar>
      <Loaded query={list} what="the pupils">
        {({ rows, total }) => (
          <div className={styles.sheet} ref={table}>
            <PupilTable
              rows={rows}
              empty={<NobodyFound filter={filter} mayImport={mayImport} change={change} />}
            />
            <Pager
              what="pupils"
              offset={offset}
              size={PAGE_SIZE}
              total={total}
              onMove={(to) => change({ offset: to })}
            />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function countWords(total: number, { text, ncYear, roll }: RollFilter): string {
  const who = { current: ' on roll', left: ' who left', all: '' }[roll];
  const year = ncYear === 'all' ? '' : `, ${ncYearWords(ncYear)}`;
  const found = text.trim() === '' ? '' : ' found';
  return `${plural(total, 'pupil')}${who}${year}${found}`;
}

interface NobodyFoundProps {
  readonly filter: RollFilter;
  readonly mayImport: boolean;
  readonly change: (change: Partial<RollFilter>) => void;
}

function NobodyFound({ filter, mayImport, change }: NobodyFoundProps) {
  const { text, ncYear, roll } = filter;
  if (text.trim() === '' && ncYear === 'all' && roll !== 'left') {
    return (
      <EmptyState
        icon={PupilsIcon}
        title="Nobody is on the roll yet"
        action={
          mayImport ? (
            <ButtonLink to="/pupils/import" variant="primary" icon={ImportIcon}>
              Import your pupils
            </ButtonLink>
          ) : undefined
        }
      >
        Bring them in from your pupil system, as a Common Transfer File or a CSV. You see what would change
        before anything is saved.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={SearchIcon}
      title={text.trim() === '' ? 'No pupil fits this filter' : `No pupil found for “${text.trim()}”`}
      action={
        roll === 'all' && text.trim() !== '' ? (
          <Button onClick={() => change(WHOLE_ROLL)}>Clear the search</Button>
        ) : text.trim() === '' ? (
          <Button onClick={() => change(WHOLE_ROLL)}>Show everyone on the roll</Button>
        ) : (
          <Button onClick={() => change({ roll: 'all', ncYear: 'all' })}>Look among all pupils</Button>
        )
      }
    >
      {text.trim() === '' ? null : 'Type the beginning of a surname, forename, form or UPN.'}
    </EmptyState>
  );
}
