import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root-route.ts';
import { text, texts } from './search-texts.ts';

const PlacesPage = lazyRouteComponent(() => import('../features/places/places-page.tsx'), 'PlacesPage');
export interface PlacesSearch {
  exclusion?: string;
  /** A pupil who is not excluded, and why that one comes. */
  pupil?: string;
  purpose?: 'respite' | 'visiting';
  /** The user came to book what is suggested. */
  suggest?: true;
}

const places = createRoute({
  getParentRoute: () => rootRoute,
  path: '/places',
  loader: () => PlacesPage.preload?.(),
  validateSearch: (search): PlacesSearch => {
    const purpose = (['respite', 'visiting'] as const).find((one) => one === search['purpose']);
    return {
      ...texts(search, 'exclusion', 'pupil'),
      ...(purpose ? { purpose } : {}),
      ...(search['suggest'] === true ? { suggest: true } : {}),
    };
  },
  component: function PlacesRoute() {
    const { exclusion, pupil: pupilId, purpose, suggest } = places.useSearch();
    return (
      <PlacesPage
        exclusionId={exclusion}
        other={pupilId !== undefined && purpose !== undefined ? { pupilId, purpose } : undefined}
        toSuggestion={suggest}
      />
    );
  },
});

const plan = createRoute({
  getParentRoute: () => rootRoute,
  path: '/places/plan',
  component: lazyRouteComponent(() => import('../features/planner/plan-page.tsx'), 'PlanPage'),
});

const waitLists = createRoute({
  getParentRoute: () => rootRoute,
  path: '/places/waiting',
  component: lazyRouteComponent(() => import('../features/places/wait-lists-page.tsx'), 'WaitListsPage'),
});

const stages = createRoute({
  getParentRoute: () => rootRoute,
  path: '/places/stages',
  component: lazyRouteComponent(() => import('../features/places/stages-page.tsx'), 'StagesPage'),
});

const apart = createRoute({
  getParentRoute: () => rootRoute,
  path: '/places/apart',
  component: lazyRouteComponent(() => import('../features/places/apart-page.tsx'), 'ApartPage'),
});

const StayPage = lazyRouteComponent(() => import('../features/stays/stay-page.tsx'), 'StayPage');
const stay = createRoute({
  getParentRoute: () => rootRoute,
  path: '/places/stays/$placementId',
  loader: () => StayPage.preload?.(),
  component: function StayRoute() {
    const { placementId } = stay.useParams();
    return <StayPage key={placementId} placementId={placementId} />;
  },
});

const DayRegisterPage = lazyRouteComponent(
  () => import('../features/stays/day-register-page.tsx'),
  'DayRegisterPage',
);
const dayRegister = createRoute({
  getParentRoute: () => rootRoute,
  path: '/places/register',
  loader: () => DayRegisterPage.preload?.(),
  validateSearch: (search): { provider?: string; date?: string } => texts(search, 'provider', 'date'),
  component: function DayRegisterRoute() {
    const { provider: providerId, date } = dayRegister.useSearch();
    return <DayRegisterPage providerId={providerId} date={date} />;
  },
});

const providers = createRoute({
  getParentRoute: () => rootRoute,
  path: '/places/providers',
  component: lazyRouteComponent(() => import('../features/places/providers-page.tsx'), 'ProvidersPage'),
});

const ProviderPage = lazyRouteComponent(() => import('../features/places/provider-page.tsx'), 'ProviderPage');
const provider = createRoute({
  getParentRoute: () => rootRoute,
  path: '/places/providers/$providerId',
  loader: () => ProviderPage.preload?.(),
  component: function ProviderRoute() {
    const { providerId } = provider.useParams();
    return <ProviderPage key={providerId} providerId={providerId} />;
  },
});

const useOfPlaces = createRoute({
  getParentRoute: () => rootRoute,
  path: '/places/use',
  component: lazyRouteComponent(() => import('../features/use/use-page.tsx'), 'UsePage'),
});

const StatementPage = lazyRouteComponent(() => import('../features/use/statement-page.tsx'), 'StatementPage');
const statement = createRoute({
  getParentRoute: () => rootRoute,
  path: '/places/use/statement',
  loader: () => StatementPage.preload?.(),
  validateSearch: (search): { school: string; year: number } => ({
    school: text(search['school']) ?? '',
    year: Number(search['year']) || 0,
  }),
  component: function StatementRoute() {
    const { school, year } = statement.useSearch();
    return <StatementPage schoolId={school} schoolYear={year} />;
  },
});

const forecast = createRoute({
  getParentRoute: () => rootRoute,
  path: '/places/forecast',
  component: lazyRouteComponent(() => import('../features/forecast/forecast-page.tsx'), 'ForecastPage'),
});

/** The screens about places, each with its address. */
export const placesRoutes = [
  places,
  plan,
  waitLists,
  stages,
  apart,
  stay,
  dayRegister,
  providers,
  provider,
  useOfPlaces,
  statement,
  forecast,
] as const;
