import { useNavigate } from '@tanstack/react-router';
import { CaseStateTag } from '../../../ui/data/case-state-tag.tsx';
import type { CaseEventType } from '#shared/domain/duties/types.ts';
import { useOperation } from '../../../api/client.ts';
import { useMay } from '../../../api/use-may.ts';
import { Loaded } from '../../../ui/feedback/loaded.tsx';
import { ItineraryIcon, PersonIcon, RegisterIcon } from '../../../ui/icons.ts';
import { ButtonLink } from '../../../ui/layout/links.tsx';
import { PageHeader } from '../../../ui/layout/page-header.tsx';
import { Page } from '../../../ui/layout/page.tsx';
import { Tabs } from '../../../ui/layout/tabs.tsx';
import { InstantText } from '../../../ui/words/instant-text.tsx';
import { PersonName } from '../../../ui/words/person-name.tsx';
import type { CaseTab } from './case-tabs.ts';
import { CourseTab } from './course-tab.tsx';
import { DutiesTab } from './duties-tab.tsx';
import { LettersTab } from './letters-tab.tsx';
import { NextStrip } from './next-strip.tsx';
import { OverviewTab } from './overview-tab.tsx';
import type { Case } from './types.ts';
import { WayBackTab } from './way-back/way-back-tab.tsx';

export interface CasePageProps {
  readonly found: Case;
  readonly tab: CaseTab | undefined;
  readonly event: CaseEventType | undefined;
  /** The user has just done a step: the next one takes the focus. */
  readonly takeNext: boolean;
}

/** An issued exclusion from its notice to its end: what it is, what it obliges, what was written, what happened. */
export function CasePage({ found, tab = 'case', event, takeNext }: CasePageProps) {
  const navigate = useNavigate();
  const { row } = found;
  const mayPlace = useMay('places.arrange');
  const mayLetters = useMay('letters.view');
  const mayRegister = useMay('register.view');
  const mayDuties = useMay('duties.view');
  const places = mayPlace && row.kind !== 'lunchtime';
  const comesBack = row.state !== 'draft' && row.kind !== 'lunchtime';
  const duties = useOperation('duties.list', { exclusionId: row.id }, { enabled: mayDuties });
  const letters = useOperation('letters.list', { exclusionId: row.id }, { enabled: mayLetters });
  const open = duties.data?.duties.filter(({ status }) => status === 'due' || status === 'overdue').length;
  const toSend = letters.data?.letters.filter(({ needed, state }) => needed && state !== 'issued').length;
  const show = (next: CaseTab) =>
    void navigate({ to: '/record', search: { exclusion: row.id, tab: next }, replace: true });

  return (
    <Page>
      <PageHeader
        title={row.title}
        keepFocus={takeNext}
        status={<CaseStateTag state={row.state} text={row.stateText} />}
        context={<Context found={found} />}
        actions={
          <>
            <ButtonLink to="/pupils/$pupilId" params={{ pupilId: row.pupilId }} icon={PersonIcon}>
              Pupil
            </ButtonLink>
            {mayRegister && row.kind !== 'lunchtime' ? (
              <ButtonLink to="/register" search={{ exclusion: row.id }} icon={RegisterIcon}>
                Register codes
              </ButtonLink>
            ) : null}
            {places ? (
              <ButtonLink to="/places" search={{ exclusion: row.id }} icon={ItineraryIcon}>
                Places
              </ButtonLink>
            ) : null}
          </>
        }
      />
      {row.state === 'draft' ? null : (
        <NextStrip
          found={found}
          duties={duties.data?.duties ?? (mayDuties && !duties.error ? undefined : [])}
          letters={letters.data?.letters ?? (mayLetters && !letters.error ? undefined : [])}
          mayPlace={places}
          takeFocus={takeNext}
          fetching={duties.isFetching || letters.isFetching}
          leads={tab === 'case'}
        />
      )}
      <Tabs
        label="Parts of the case"
        value={tab}
        onChange={show}
        tabs={[
          { key: 'case', label: 'The case' },
          ...(mayDuties ? [{ key: 'duties' as const, label: 'Duties', count: open }] : []),
          ...(mayLetters ? [{ key: 'letters' as const, label: 'Letters', count: toSend }] : []),
          { key: 'course', label: 'Course of the case' },
          ...(comesBack ? [{ key: 'return' as const, label: 'Return' }] : []),
        ]}
      >
        {tab === 'duties' && mayDuties ? (
          <Loaded query={duties} what="the duties of the case">
            {(listed) => <DutiesTab exclusionId={row.id} {...listed} />}
          </Loaded>
        ) : tab === 'letters' && mayLetters ? (
          <Loaded query={letters} what="the letters of the case">
            {(listed) => <LettersTab exclusionId={row.id} letters={listed.letters} />}
          </Loaded>
        ) : tab === 'course' ? (
          <CourseTab found={found} event={event} />
        ) : tab === 'return' && comesBack ? (
          <WayBackTab exclusionId={row.id} />
        ) : (
          <OverviewTab found={found} />
        )}
      </Tabs>
    </Page>
  );
}

function Context({ found: { row, preview, issuedAt, issuedBy } }: { readonly found: Case }) {
  return (
    <>
      <PersonName name={row.pupilName} />
      {row.form ? `, ${row.form}` : null}
      {' · '}Rules: {preview.ruleSet.name}
      {issuedBy ? ` · issued by ${issuedBy}` : null}
      {issuedAt ? (
        <>
          {', '}
          <InstantText instant={issuedAt} />
        </>
      ) : null}
    </>
  );
}
