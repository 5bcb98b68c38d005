import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { CASE_EVENT_TYPES, type CaseEventType } from '#shared/domain/duties/types.ts';
import { CHAIN_LINKS, type ChainLink } from '#shared/domain/exclusions/types.ts';
import { CASE_TABS, type CaseTab } from '../features/record/case/case-tabs.ts';
import { authorityRoutes } from './authority-routes.tsx';
import { Home } from './home.tsx';
import { placesRoutes } from './places-routes.tsx';
import { rootRoute } from './root-route.ts';
import { settingsRoutes } from './settings-routes.tsx';
import { supportRoutes } from './support-routes.tsx';
import { texts } from './search-texts.ts';

export interface RecordSearch {
  exclusion?: string;
  pupil?: string;
  /** The exclusion that the new one follows, and how. */
  follows?: string;
  as?: ChainLink;
  tab?: CaseTab;
  /** What is about to be recorded in the course of the case. */
  event?: CaseEventType;
  /** The user has just done a step of this case: the next one takes the focus. */
  next?: true;
}

const home = createRoute({ getParentRoute: () => rootRoute, path: '/', component: Home });

const today = createRoute({
  getParentRoute: () => rootRoute,
  path: '/today',
  component: lazyRouteComponent(() => import('../features/today/today-page.tsx'), 'TodayPage'),
});

const RecordPage = lazyRouteComponent(() => import('../features/record/record-page.tsx'), 'RecordPage');
const record = createRoute({
  getParentRoute: () => rootRoute,
  path: '/record',
  loader: () => RecordPage.preload?.(),
  validateSearch: (search): RecordSearch => {
    const as = CHAIN_LINKS.find((link) => link === search['as']);
    const tab = CASE_TABS.find((one) => one === search['tab']);
    const event = CASE_EVENT_TYPES.find((type) => type === search['event']);
    return {
      ...texts(search, 'exclusion', 'pupil', 'follows'),
      ...(as ? { as } : {}),
      ...(tab ? { tab } : {}),
      ...(event ? { event } : {}),
      ...(search['next'] === true ? { next: true } : {}),
    };
  },
  component: function RecordRoute() {
    const { exclusion, pupil, follows, as, tab, event, next } = record.useSearch();
    return (
      <RecordPage
        // A new key for every case: nothing of the last one stays on the form.
        key={exclusion ?? pupil ?? follows ?? 'new'}
        exclusionId={exclusion}
        pupilId={pupil}
        follows={follows && as ? { exclusionId: follows, as } : undefined}
        tab={tab}
        event={event}
        takeNext={next}
      />
    );
  },
});

// What is due about a return has one plain address, without a question in it.
const wayBack = createRoute({
  getParentRoute: () => rootRoute,
  path: '/record/return/$exclusionId',
  beforeLoad: ({ params }) => {
    throw redirect({
      to: '/record',
      search: { exclusion: params.exclusionId, tab: 'return' },
      replace: true,
    });
  },
});

const LetterPage = lazyRouteComponent(() => import('../features/letters/letter-page.tsx'), 'LetterPage');
const letter = createRoute({
  getParentRoute: () => rootRoute,
  path: '/record/letter',
  loader: () => LetterPage.preload?.(),
  validateSearch: (search): { exclusion?: string; letter?: string; issue?: string } =>
    texts(search, 'exclusion', 'letter', 'issue'),
  component: function LetterRoute() {
    const { exclusion = '', letter: templateId = '', issue } = letter.useSearch();
    return (
      <LetterPage
        key={`${exclusion} ${templateId} ${issue ?? ''}`}
        exclusionId={exclusion}
        templateId={templateId}
        issueId={issue}
      />
    );
  },
});

const pupils = createRoute({
  getParentRoute: () => rootRoute,
  path: '/pupils',
  component: lazyRouteComponent(() => import('../features/pupils/pupils-page.tsx'), 'PupilsPage'),
});

const pupilsImport = createRoute({
  getParentRoute: () => rootRoute,
  path: '/pupils/import',
  component: lazyRouteComponent(() => import('../features/pupils/import-page.tsx'), 'ImportPage'),
});

const EarlierPanel = lazyRouteComponent(
  () => import('../features/transfer/earlier-panel.tsx'),
  'EarlierPanel',
);
const TakeoverPage = lazyRouteComponent(
  () => import('../features/transfer/takeover-page.tsx'),
  'TakeoverPage',
);
const takeover = createRoute({
  getParentRoute: () => rootRoute,
  path: '/pupils/transfer',
  loader: () => TakeoverPage.preload?.(),
  validateSearch: (search): { pupil?: string } => texts(search, 'pupil'),
  component: function TakeoverRoute() {
    const { pupil: pupilId } = takeover.useSearch();
    return <TakeoverPage key={pupilId ?? 'any'} pupilId={pupilId} />;
  },
});

const PupilPage = lazyRouteComponent(() => import('../features/pupils/pupil-page.tsx'), 'PupilPage');
const pupil = createRoute({
  getParentRoute: () => rootRoute,
  path: '/pupils/$pupilId',
  loader: () => Promise.all([PupilPage.preload?.(), EarlierPanel.preload?.()]),
  component: function PupilRoute() {
    const { pupilId } = pupil.useParams();
    return <PupilPage key={pupilId} pupilId={pupilId} more={<EarlierPanel pupilId={pupilId} />} />;
  },
});

const RegisterPage = lazyRouteComponent(
  () => import('../features/register/register-page.tsx'),
  'RegisterPage',
);
const register = createRoute({
  getParentRoute: () => rootRoute,
  path: '/register',
  loader: () => RegisterPage.preload?.(),
  validateSearch: (search): { exclusion?: string } => texts(search, 'exclusion'),
  component: function RegisterRoute() {
    const { exclusion } = register.useSearch();
    return <RegisterPage key={exclusion ?? 'all'} exclusionId={exclusion} />;
  },
});

const returns = createRoute({
  getParentRoute: () => rootRoute,
  path: '/returns',
  component: lazyRouteComponent(() => import('../features/returns/returns-page.tsx'), 'ReturnsPage'),
});

// While the database is empty the frame shows the set-up page whatever the address; afterwards it is of no use.
const setup = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  beforeLoad: () => {
    throw redirect({ to: '/' });
  },
});

/**
 * Every screen with its address. Pages get what the address says as props, so that a feature never needs to know
 * where it hangs; each is loaded when it is first shown. A page inside a route's own component is loaded by the
 * route's loader: the router looks for the code of its own components only.
 */
export const routeTree = rootRoute.addChildren([
  home,
  today,
  record,
  wayBack,
  letter,
  pupils,
  pupilsImport,
  takeover,
  pupil,
  ...placesRoutes,
  register,
  ...supportRoutes,
  returns,
  ...authorityRoutes,
  ...settingsRoutes,
  setup,
]);
