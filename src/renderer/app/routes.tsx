import { createRootRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { Frame } from './frame.tsx';
import { Home } from './home.tsx';

/**
 * Every screen with its address. Pages get what the address says as props, so that a feature never needs to know
 * where it hangs; each is loaded when it is first shown. A page inside a route's own component is loaded by the
 * route's loader: the router looks for the code of its own components only.
 */
const root = createRootRoute({ component: Frame });

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;

const home = createRoute({ getParentRoute: () => root, path: '/', component: Home });

const today = createRoute({
  getParentRoute: () => root,
  path: '/today',
  component: lazyRouteComponent(() => import('../features/today/today-page.tsx'), 'TodayPage'),
});

const RecordPage = lazyRouteComponent(() => import('../features/record/record-page.tsx'), 'RecordPage');
const record = createRoute({
  getParentRoute: () => root,
  path: '/record',
  loader: () => RecordPage.preload?.(),
  validateSearch: (search): { exclusion?: string; pupil?: string } => {
    const [exclusion, pupil] = [text(search['exclusion']), text(search['pupil'])];
    return { ...(exclusion ? { exclusion } : {}), ...(pupil ? { pupil } : {}) };
  },
  component: function RecordRoute() {
    const { exclusion, pupil } = record.useSearch();
    // A new key for every case: nothing of the last one stays on the form.
    return <RecordPage key={exclusion ?? pupil ?? 'new'} exclusionId={exclusion} pupilId={pupil} />;
  },
});

const pupils = createRoute({
  getParentRoute: () => root,
  path: '/pupils',
  component: lazyRouteComponent(() => import('../features/pupils/pupils-page.tsx'), 'PupilsPage'),
});

const pupilsImport = createRoute({
  getParentRoute: () => root,
  path: '/pupils/import',
  component: lazyRouteComponent(() => import('../features/pupils/import-page.tsx'), 'ImportPage'),
});

const PupilPage = lazyRouteComponent(() => import('../features/pupils/pupil-page.tsx'), 'PupilPage');
const pupil = createRoute({
  getParentRoute: () => root,
  path: '/pupils/$pupilId',
  loader: () => PupilPage.preload?.(),
  component: function PupilRoute() {
    const { pupilId } = pupil.useParams();
    return <PupilPage key={pupilId} pupilId={pupilId} />;
  },
});

const PlacesPage = lazyRouteComponent(() => import('../features/places/places-page.tsx'), 'PlacesPage');
const places = createRoute({
  getParentRoute: () => root,
  path: '/places',
  loader: () => PlacesPage.preload?.(),
  validateSearch: (search): { exclusion?: string } => {
    const exclusion = text(search['exclusion']);
    return exclusion ? { exclusion } : {};
  },
  component: function PlacesRoute() {
    return <PlacesPage exclusionId={places.useSearch().exclusion} />;
  },
});

const providers = createRoute({
  getParentRoute: () => root,
  path: '/places/providers',
  component: lazyRouteComponent(() => import('../features/places/providers-page.tsx'), 'ProvidersPage'),
});

const ProviderPage = lazyRouteComponent(() => import('../features/places/provider-page.tsx'), 'ProviderPage');
const provider = createRoute({
  getParentRoute: () => root,
  path: '/places/providers/$providerId',
  loader: () => ProviderPage.preload?.(),
  component: function ProviderRoute() {
    const { providerId } = provider.useParams();
    return <ProviderPage key={providerId} providerId={providerId} />;
  },
});

const returns = createRoute({
  getParentRoute: () => root,
  path: '/returns',
  component: lazyRouteComponent(() => import('../features/returns/returns-page.tsx'), 'ReturnsPage'),
});

const authority = createRoute({
  getParentRoute: () => root,
  path: '/authority',
  component: lazyRouteComponent(() => import('../features/authority/authority-page.tsx'), 'AuthorityPage'),
});

const authorityImport = createRoute({
  getParentRoute: () => root,
  path: '/authority/import',
  component: lazyRouteComponent(
    () => import('../features/authority/authority-import-page.tsx'),
    'AuthorityImportPage',
  ),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/settings-page.tsx'), 'SettingsPage'),
});

// While the database is empty the frame shows the set-up page whatever the address; afterwards it is of no use.
const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  beforeLoad: () => {
    throw redirect({ to: '/' });
  },
});

export const routeTree = root.addChildren([
  home,
  today,
  record,
  pupils,
  pupilsImport,
  pupil,
  places,
  providers,
  provider,
  returns,
  authority,
  authorityImport,
  settings,
  setup,
]);
