import { PUPIL_KINDS, type PupilKind } from '#shared/domain/privacy/types.ts';
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

const settingsPrivacy = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings/privacy',
  component: lazyRouteComponent(() => import('../features/privacy/privacy-page.tsx'), 'PrivacyPage'),
});

const HeldPage = lazyRouteComponent(() => import('../features/privacy/held-page.tsx'), 'HeldPage');
const returnedHeld = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings/privacy/returned/$upn',
  loader: () => HeldPage.preload?.(),
  component: function ReturnedHeldRoute() {
    const { upn } = returnedHeld.useParams();
    return <HeldPage key={upn} subject={{ upn }} />;
  },
});

const pupilHeld = createRoute({
  getParentRoute: () => rootRoute,
  path: '/pupils/$pupilId/held',
  loader: () => HeldPage.preload?.(),
  component: function PupilHeldRoute() {
    const { pupilId } = pupilHeld.useParams();
    return <HeldPage key={pupilId} subject={{ pupilId }} />;
  },
});

const ErasePage = lazyRouteComponent(() => import('../features/privacy/erase-page.tsx'), 'ErasePage');
const pupilErase = createRoute({
  getParentRoute: () => rootRoute,
  path: '/pupils/$pupilId/erase',
  loader: () => ErasePage.preload?.(),
  validateSearch: (search): { kind?: PupilKind } => {
    const kind = PUPIL_KINDS.find((one) => one === text(search['kind']));
    return kind ? { kind } : {};
  },
  component: function PupilEraseRoute() {
    const { pupilId } = pupilErase.useParams();
    const { kind } = pupilErase.useSearch();
    return <ErasePage key={`${pupilId} ${kind ?? ''}`} subject={{ pupilId }} kind={kind} />;
  },
});

const people = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings/people',
  component: lazyRouteComponent(() => import('../features/people/people-page.tsx'), 'PeoplePage'),
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

const keys = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings/keys',
  component: lazyRouteComponent(() => import('../features/keys/keys-page.tsx'), 'KeysPage'),
});

const backups = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings/backups',
  component: lazyRouteComponent(() => import('../features/backups/backups-page.tsx'), 'BackupsPage'),
});

const sharing = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings/sharing',
  component: lazyRouteComponent(() => import('../features/sharing/sharing-page.tsx'), 'SharingPage'),
});

const outbox = createRoute({
  getParentRoute: () => rootRoute,
  path: '/outbox',
  component: lazyRouteComponent(() => import('../features/outbox/outbox-page.tsx'), 'OutboxPage'),
});

/** The screens behind Settings: the school, its people, and what protects the records. */
export const settingsRoutes = [
  settings,
  people,
  audit,
  keys,
  backups,
  sharing,
  outbox,
  settingsPrivacy,
  returnedHeld,
  pupilHeld,
  pupilErase,
];
