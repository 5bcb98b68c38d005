import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { AuditSearch } from '../features/audit/audit-search.ts';
import { rootRoute } from './root-route.ts';
import { text, texts } from './search-texts.ts';

const SettingsPage = lazyRouteComponent(
  () => import('../features/settings/settings-page.tsx'),
  'SettingsPage',
);
const settings = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  loader: () => SettingsPage.preload?.(),
  validateSearch: (search): { tab?: string } => {
    const tab = text(search['tab']);
    return tab ? { tab } : {};
  },
  component: function SettingsRoute() {
    const { tab } = settings.useSearch();
    return <SettingsPage key={tab ?? ''} opensAt={tab} />;
  },
});

const AuditPage = lazyRouteComponent(() => import('../features/audit/audit-page.tsx'), 'AuditPage');
const audit = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings/audit',
  loader: () => AuditPage.preload?.(),
  validateSearch: (search): AuditSearch =>
    texts(search, 'pupil', 'person', 'area', 'outcome', 'from', 'to', 'row'),
  component: function AuditRoute() {
    return <AuditPage search={audit.useSearch()} />;
  },
});

const people = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings/people',
  component: lazyRouteComponent(() => import('../features/people/people-page.tsx'), 'PeoplePage'),
});

/** The screens behind Settings: the school, its people, and what protects the records. */
export const settingsRoutes = [settings, people, audit];
