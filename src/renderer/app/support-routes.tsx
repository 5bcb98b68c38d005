import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root-route.ts';

const register = createRoute({
  getParentRoute: () => rootRoute,
  path: '/support',
  component: lazyRouteComponent(() => import('../features/support/support-page.tsx'), 'SupportPage'),
});

const EarlierSupport = lazyRouteComponent(
  () => import('../features/transfer/earlier-panel.tsx'),
  'EarlierSupport',
);
const EntryPage = lazyRouteComponent(() => import('../features/support/entry-page.tsx'), 'EntryPage');
const entry = createRoute({
  getParentRoute: () => rootRoute,
  path: '/support/entries/$entryId',
  loader: () => Promise.all([EntryPage.preload?.(), EarlierSupport.preload?.()]),
  component: function EntryRoute() {
    const { entryId } = entry.useParams();
    return <EntryPage key={entryId} entryId={entryId} more={EarlierSupport} />;
  },
});

const keyWorkers = createRoute({
  getParentRoute: () => rootRoute,
  path: '/support/key-workers',
  component: lazyRouteComponent(() => import('../features/support/key-workers-page.tsx'), 'KeyWorkersPage'),
});

const plans = createRoute({
  getParentRoute: () => rootRoute,
  path: '/support/plans',
  component: lazyRouteComponent(() => import('../features/plans/plans-page.tsx'), 'PlansPage'),
});

const PlanPage = lazyRouteComponent(() => import('../features/plans/plan-page.tsx'), 'PlanPage');
const plan = createRoute({
  getParentRoute: () => rootRoute,
  path: '/support/plans/$pupilId',
  loader: () => PlanPage.preload?.(),
  component: function PlanRoute() {
    const { pupilId } = plan.useParams();
    return <PlanPage key={pupilId} pupilId={pupilId} />;
  },
});

const referrals = createRoute({
  getParentRoute: () => rootRoute,
  path: '/support/referrals',
  component: lazyRouteComponent(() => import('../features/referrals/referrals-page.tsx'), 'ReferralsPage'),
});

const panel = createRoute({
  getParentRoute: () => rootRoute,
  path: '/support/panel',
  component: lazyRouteComponent(() => import('../features/inclusion-panel/panel-page.tsx'), 'PanelPage'),
});

const MeetingPage = lazyRouteComponent(
  () => import('../features/inclusion-panel/meeting-page.tsx'),
  'MeetingPage',
);
const meeting = createRoute({
  getParentRoute: () => rootRoute,
  path: '/support/panel/$panelId',
  loader: () => MeetingPage.preload?.(),
  component: function MeetingRoute() {
    const { panelId } = meeting.useParams();
    return <MeetingPage key={panelId} panelId={panelId} />;
  },
});

const patterns = createRoute({
  getParentRoute: () => rootRoute,
  path: '/support/patterns',
  component: lazyRouteComponent(() => import('../features/patterns/patterns-page.tsx'), 'PatternsPage'),
});

const grid = createRoute({
  getParentRoute: () => rootRoute,
  path: '/support/grid',
  component: lazyRouteComponent(() => import('../features/support/grid-page.tsx'), 'GridPage'),
});

const criteria = createRoute({
  getParentRoute: () => rootRoute,
  path: '/support/criteria',
  component: lazyRouteComponent(() => import('../features/support/criteria-page.tsx'), 'CriteriaPage'),
});

/** What comes before and after an exclusion: the at-risk register, key workers, plans, referrals and panels. */
export const supportRoutes = [
  register,
  entry,
  keyWorkers,
  plans,
  plan,
  referrals,
  panel,
  meeting,
  patterns,
  grid,
  criteria,
] as const;
