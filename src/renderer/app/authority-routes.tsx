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

/** The authority's workspace. */
export const authorityRoutes = [authority, authorityImport, authorityCompare, authoritySchool, authorityKeys] as const;
