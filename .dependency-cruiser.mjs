/**
 * Who may import whom. The table is in docs/architecture.md; each rule's comment is what the reader
 * of a failure sees. `npm run check` runs it through scripts/import-rules.mjs, which also fails when
 * hardly any module was read.
 */
const TEST = '\\.test\\.tsx?$';
const PURE_PACKAGES = '^node_modules/(zod|temporal-polyfill)/';
const DATABASE_DRIVERS = '^node_modules/(better-sqlite3|pg|drizzle-orm/(better-sqlite3|node-postgres))(/|$)';
const COMPONENT_LIBRARY = '^node_modules/@mantine/';
const CHARTS = '^node_modules/recharts/';
const ELECTRON = '(^|/)electron$|^node_modules/electron/';

const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    never(
      'no-cycles',
      'Two modules that need each other are one module, or lack a third.',
      {},
      { circular: true },
    ),
    never('resolvable', 'The imported file or package is not there.', {}, { couldNotResolve: true }),
    never(
      'product-never-imports-tests',
      'Tests and their builders are not part of the product.',
      { path: '^src/', pathNot: TEST },
      { path: ['^tests/', TEST, '^node_modules/(vitest|fast-check|@playwright)/'] },
    ),

    never(
      'shared-is-pure',
      'src/shared runs anywhere: it imports itself, zod and temporal-polyfill, and nothing of Node.',
      { path: '^src/shared/', pathNot: TEST },
      { pathNot: ['^src/shared/', PURE_PACKAGES] },
    ),
    never(
      'kernel-stands-alone',
      'The kernel is below everything else.',
      { path: '^src/shared/kernel/', pathNot: TEST },
      { path: '^src/', pathNot: '^src/shared/kernel/' },
    ),
    never(
      'areas-share-types',
      'An area uses the types of other areas; of their functions only the counting of days, the order of events, which of them put a pupil back, the national codes, and what a provider runs.',
      { path: '^src/shared/domain/([^/]+)/', pathNot: TEST },
      {
        path: '^src/shared/domain/',
        pathNot: [
          '^src/shared/domain/($1|calendar)/',
          '/types\\.ts$',
          '/duties/(order-events|gives-back)\\.ts$',
          '/exclusions/reasons\\.ts$',
          '/pupils/upn\\.ts$',
          '/providers/(session-of|adults-on|host-on|provider-kinds|no-rules)\\.ts$',
        ],
      },
    ),
    never(
      'domain-knows-no-words',
      'Rules know neither the words users read, nor the contract, nor permissions.',
      { path: '^src/shared/domain/', pathNot: TEST },
      { path: '^src/shared/(contract|text|permissions)/' },
    ),
    never(
      'contract-below-runtimes',
      'The contract is made of domain, kernel, permissions and zod.',
      { path: '^src/shared/contract/', pathNot: TEST },
      { path: '^src/shared/text/' },
    ),

    never(
      'features-are-plain',
      'A use case imports shared, storage, platform and its helpers: no shell, no API, no command line.',
      { path: '^src/main/features/', pathNot: TEST },
      { path: '^src/main/(app|cli|index\\.ts)' },
    ),
    never(
      'features-stand-apart',
      'Features share through src/shared/domain, not through each other.',
      { path: '^src/main/features/([^/]+)/', pathNot: TEST },
      { path: '^src/main/features/', pathNot: ['^src/main/features/$1/', '^src/main/features/[^/]+\\.ts$'] },
    ),
    never(
      'drivers-only-in-storage',
      'Only the storage layer knows which database there is.',
      { path: '^src/main/', pathNot: ['^src/main/storage/', TEST] },
      { path: DATABASE_DRIVERS },
    ),
    never(
      'api-never-touches-storage',
      'The API dispatches; use cases read and write.',
      { path: '^src/main/api/', pathNot: TEST },
      { path: '^src/main/storage/(engines|repositories|schema|migrations)/' },
    ),
    never(
      'electron-only-in-the-shell',
      'Only app, api, platform, documents, security and the entry know Electron, so that the rest runs anywhere.',
      {
        path: '^src/',
        pathNot: '^src/(main/(app|api|platform|documents|security)/|main/index\\.ts$|preload/)',
      },
      { path: ELECTRON },
    ),
    never(
      'nothing-imports-the-entry',
      'src/main/index.ts puts the app together; nothing depends on it.',
      {},
      {
        path: '^src/main/index\\.ts$',
      },
    ),
    never(
      'lower-layers-look-down',
      'Storage, backups, platform, exchange, receiving, planning and documents know nothing of features, API or shell.',
      { path: '^src/main/(storage|backup|platform|exchange|receiving|planning|documents)/', pathNot: TEST },
      { path: '^src/main/(features|api|app|cli)/' },
    ),

    never(
      'backups-know-files',
      'Work on whole database files knows storage, platform and shared: no keys, no office, no exchange.',
      { path: '^src/main/backup/', pathNot: TEST },
      { path: '^src/main/', pathNot: '^src/main/(backup|storage|platform)/' },
    ),

    never(
      'preload-is-alone',
      'The preload is one sandboxed file: Electron and the contract only.',
      { path: '^src/preload/' },
      { path: '^src/(main|renderer)/|^node_modules/', pathNot: ELECTRON },
    ),
    never(
      'window-knows-no-main',
      'The window imports shared and itself: no main process, no preload.',
      { path: '^src/renderer/', pathNot: TEST },
      { path: '^src/(main|preload)/' },
    ),
    never(
      'window-knows-no-node',
      'The window is sandboxed: nothing of Node is there.',
      { path: '^src/renderer/', pathNot: TEST },
      { dependencyTypes: ['core'] },
    ),
    never(
      'pages-stand-apart',
      'Pages of one area import ui, api and shared; only app joins areas.',
      { path: '^src/renderer/features/([^/]+)/', pathNot: TEST },
      { path: '^src/renderer/(app|features)/', pathNot: '^src/renderer/features/$1/' },
    ),
    never(
      'component-library-only-in-ui',
      'Pages use our kit in src/renderer/ui, so that one place decides how things look.',
      { path: '^src/renderer/', pathNot: '^src/renderer/ui/' },
      { path: COMPONENT_LIBRARY },
    ),
    never(
      'charts-only-in-the-kit',
      'Pages draw charts with src/renderer/ui/chart, so that each looks alike and says where its table is.',
      { path: '^src/', pathNot: '^src/renderer/ui/chart/' },
      { path: CHARTS },
    ),
    never(
      'kit-knows-no-pages',
      'The kit and the client serve every page and know none.',
      { path: '^src/renderer/(ui|api)/', pathNot: TEST },
      { path: '^src/renderer/(app|features)/' },
    ),
    never(
      'kit-knows-no-client',
      'The kit shows what it is given and asks for nothing.',
      { path: '^src/renderer/ui/', pathNot: TEST },
      { path: '^src/renderer/api/' },
    ),
    never(
      'main-knows-no-window',
      'The main process never imports the window or the preload.',
      { path: '^src/main/' },
      { path: '^src/(renderer|preload)/' },
    ),
  ],
};
