import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root-route.ts';

const authority = createRoute({
  getParentRoute: () => rootRoute,
  path: '/authority',
  component: lazyRouteComponent(() => import('../features/authority/authority-page.tsx'), 'AuthorityPage'),
});

const authorityImport = createRoute({
  getParentRoute: () => rootRoute,
  path: '/authority/import',
  component: lazyRouteComponent(
    () => import('../features/authority/authority-import-page.tsx'),
    'AuthorityImportPage',
  ),
});

const authorityNotSent = createRoute({
  getParentRoute: () => rootRoute,
  path: '/authority/not-sent',
  component: lazyRouteComponent(() => import('../features/authority/not-sent-page.tsx'), 'NotSentPage'),
});

const authorityRefused = createRoute({
  getParentRoute: () => rootRoute,
  path: '/authority/refused',
  component: lazyRouteComponent(
    () => import('../features/authority/refused-files-page.tsx'),
    'RefusedFilesPage',
  ),
});

const authorityColumns = createRoute({
  getParentRoute: () => rootRoute,
  path: '/authority/refused/$fileId/columns',
  component: () => {
    const { fileId } = authorityColumns.useParams();
    return <ColumnsPage key={fileId} fileId={fileId} />;
  },
});
const ColumnsPage = lazyRouteComponent(() => import('../features/authority/columns-page.tsx'), 'ColumnsPage');

const authorityDifferences = createRoute({
  getParentRoute: () => rootRoute,
  path: '/authority/received/$receivedId/differences',
  component: () => {
    const { receivedId } = authorityDifferences.useParams();
    return <DifferencesPage key={receivedId} receivedId={receivedId} />;
  },
});
const DifferencesPage = lazyRouteComponent(
  () => import('../features/authority/differences-page.tsx'),
  'DifferencesPage',
);

const authorityCompare = createRoute({
  getParentRoute: () => rootRoute,
  path: '/authority/compare',
  component: lazyRouteComponent(() => import('../features/compare/compare-page.tsx'), 'ComparePage'),
});

const SchoolPage = lazyRouteComponent(() => import('../features/compare/school-page.tsx'), 'SchoolPage');
const authoritySchool = createRoute({
  getParentRoute: () => rootRoute,
  path: '/authority/schools/$laEstab',
  loader: () => SchoolPage.preload?.(),
  component: function AuthoritySchoolRoute() {
    const { laEstab } = authoritySchool.useParams();
    return <SchoolPage key={laEstab} laEstab={laEstab} />;
  },
});

const authorityKeys = createRoute({
  getParentRoute: () => rootRoute,
  path: '/authority/keys',
  component: lazyRouteComponent(() => import('../features/sealing/keys-page.tsx'), 'KeysPage'),
});

const authorityComparators = createRoute({
  getParentRoute: () => rootRoute,
  path: '/authority/comparators',
  component: lazyRouteComponent(
    () => import('../features/comparators/comparators-page.tsx'),
    'ComparatorsPage',
  ),
});

/** A school's own comparison with a census extract; it lies with the authority's. */
const returnsExtract = createRoute({
  getParentRoute: () => rootRoute,
  path: '/returns/extract',
  component: lazyRouteComponent(
    () => import('../features/comparators/school-extract-page.tsx'),
    'SchoolExtractPage',
  ),
});

const authorityPlaces = createRoute({
  getParentRoute: () => rootRoute,
  path: '/authority/places',
  component: lazyRouteComponent(
    () => import('../features/authority-places/authority-places-page.tsx'),
    'AuthorityPlacesPage',
  ),
});

export interface ConferenceSearch {
  /** The day the list looks from. */
  readonly on?: string;
  /** The school's own records in place of returns. */
  readonly own?: true;
}

const conferenceSearch = (search: Readonly<Record<string, unknown>>): ConferenceSearch => ({
  ...(typeof search['on'] === 'string' ? { on: search['on'] } : {}),
  ...(search['own'] === true ? { own: true } : {}),
});

const ConferencePage = lazyRouteComponent(
  () => import('../features/conference/conference-page.tsx'),
  'ConferencePage',
);

const conference = createRoute({
  getParentRoute: () => rootRoute,
  path: '/authority/conference',
  validateSearch: conferenceSearch,
  component: () => {
    const { on, own } = conference.useSearch();
    return <ConferencePage asOf={on} source={own ? 'own' : 'returns'} />;
  },
});

const ConferencePupilPage = lazyRouteComponent(
  () => import('../features/conference/conference-pupil-page.tsx'),
  'ConferencePupilPage',
);

const conferencePupil = createRoute({
  getParentRoute: () => rootRoute,
  path: '/authority/conference/$upn',
  validateSearch: conferenceSearch,
  component: () => {
    const { upn } = conferencePupil.useParams();
    const { on, own } = conferencePupil.useSearch();
    return <ConferencePupilPage upn={upn} asOf={on} source={own ? 'own' : 'returns'} />;
  },
});

const riskGrids = createRoute({
  getParentRoute: () => rootRoute,
  path: '/authority/at-risk',
  component: lazyRouteComponent(() => import('../features/risk-grids/risk-grids-page.tsx'), 'RiskGridsPage'),
});

/** The authority's workspace. */
export const authorityRoutes = [
  authority,
  authorityImport,
  authorityNotSent,
  authorityRefused,
  authorityColumns,
  authorityDifferences,
  authorityCompare,
  authoritySchool,
  authorityComparators,
  authorityKeys,
  returnsExtract,
  authorityPlaces,
  riskGrids,
  conference,
  conferencePupil,
] as const;
