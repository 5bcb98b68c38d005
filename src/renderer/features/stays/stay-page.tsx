import { sayList } from '#shared/text/provider-words.ts';
import { useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { Callout } from '../../ui/feedback/callout.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { ItineraryIcon, PersonIcon, RegisterIcon } from '../../ui/icons.ts';
import { ButtonLink, TextLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { SplitLayout } from '../../ui/layout/split-layout.tsx';
import { usePersonName } from '../../ui/words/person-name.tsx';
import { useToday } from '../../ui/words/today.tsx';
import { ChangePanel } from './change-panel.tsx';
import { ChoicePanel } from './choice-panel.tsx';
import { CoursesPanel } from './courses-panel.tsx';
import { FactsPanel } from './facts-panel.tsx';
import { HoursPanel } from './hours-panel.tsx';
import { PlacesPanel } from './places-panel.tsx';
import { ReportPanel } from './report-panel.tsx';
import { stayStanding } from './stay-standing.ts';
import { TasksPanel } from './tasks-panel.tsx';
import type { Stay } from './types.ts';
import { VisitsPanel } from './visits-panel.tsx';

export interface StayPageProps {
  readonly placementId: string;
}

/** One stay of a pupil at a provider, from booking to the report: sessions, what it owes, how it is changed. */
export function StayPage({ placementId }: StayPageProps) {
  const stay = useOperation('stays.get', { placementId });
  return (
    <Page>
      {stay.data ? <Head stay={stay.data} /> : <PageHeader title="Stay" />}
      <Loaded query={stay} what="the stay">
        {(found) => <Parts stay={found} />}
      </Loaded>
    </Page>
  );
}

function Head({ stay }: { readonly stay: Stay }) {
  const nameOf = usePersonName();
  const today = useToday();
  const { tone, words } = stayStanding(stay, today);
  const mayPupils = useMay('pupils.view');
  const mayCases = useMay('exclusions.view');
  const { exclusionId, pupilId, providerId } = stay;
  const day = stay.places.find(({ date, state }) => date >= today && state === 'booked')?.date;
  return (
    <PageHeader
      title={`${nameOf(stay.name)} at ${stay.providerName}`}
      status={<StatusTag tone={tone}>{words}</StatusTag>}
      context={
        <>
          {stay.form ? `${stay.form} · ` : null}
          {exclusionId !== undefined && mayCases ? (
            <TextLink to="/record" search={{ exclusion: exclusionId }}>
              {stay.title}
            </TextLink>
          ) : (
            stay.title
          )}
        </>
      }
      actions={
        <>
          {mayPupils ? (
            <ButtonLink to="/pupils/$pupilId" params={{ pupilId }} icon={PersonIcon}>
              Pupil
            </ButtonLink>
          ) : null}
          {exclusionId === undefined ? null : (
            <ButtonLink to="/places" search={{ exclusion: exclusionId }} icon={ItineraryIcon}>
              On the board
            </ButtonLink>
          )}
          <ButtonLink
            to="/places/register"
            search={{ provider: providerId, ...(day === undefined ? {} : { date: day }) }}
            icon={RegisterIcon}
          >
            Day register
          </ButtonLink>
        </>
      }
    />
  );
}

function Parts({ stay }: { readonly stay: Stay }) {
  const mayWork = useMay('stays.work');
  const mayBook = useMay('places.book');
  const { beforeArrival } = stay;
  return (
    <SplitLayout
      kind="form"
      aside={
        <>
          <FactsPanel stay={stay} />
          {stay.parentChooses ? <ChoicePanel stay={stay} mayWork={mayWork} /> : null}
          {mayBook ? <ChangePanel stay={stay} /> : null}
          {stay.providerKind === 'home-study' || stay.visits.length > 0 ? (
            <VisitsPanel stay={stay} mayWork={mayWork} />
          ) : null}
          {stay.courses.length > 0 ? <CoursesPanel stay={stay} mayWork={mayWork} /> : null}
          <HoursPanel hours={stay.hours} />
        </>
      }
    >
      {beforeArrival.length > 0 ? (
        <Callout tone="due" title="Not ready to start">
          {`The pupil cannot be marked as attended until ${sayList(beforeArrival)}. Note below what has come.`}
        </Callout>
      ) : null}
      <PlacesPanel stay={stay} mayWork={mayWork} />
      <TasksPanel stay={stay} mayWork={mayWork} />
      <ReportPanel stay={stay} mayWork={mayWork} />
    </SplitLayout>
  );
}
