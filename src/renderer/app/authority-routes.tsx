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

/** The authority's workspace. */
export const authorityRoutes = [
  authority,
  authorityImport,
  authorityCompare,
  authorityComparators,
  authorityKeys,
  returnsExtract,
];
