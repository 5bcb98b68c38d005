import { createHashHistory, createRouter } from '@tanstack/react-router';
import { ErrorScreen } from './error-screen.tsx';
import { NotFound } from './not-found.tsx';
import { routeTree } from './routes.tsx';

/** Addresses live after the `#`: the window's own address never changes, and nothing is asked of a server. */
export const router = createRouter({
  routeTree,
  history: createHashHistory(),
  defaultErrorComponent: ErrorScreen,
  defaultNotFoundComponent: NotFound,
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
