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

/** The authority's workspace. */
export const authorityRoutes = [
  authority,
  authorityImport,
  authorityNotSent,
  authorityRefused,
  authorityColumns,
  authorityDifferences,
  authorityCompare,
];
