import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from './root-route.ts';
import { text } from './search-texts.ts';

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

const people = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings/people',
  component: lazyRouteComponent(() => import('../features/people/people-page.tsx'), 'PeoplePage'),
});

/** The screens behind Settings: the school, its people, and what protects the records. */
export const settingsRoutes = [settings, people];
