import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { queryClient, useOperation } from '../api/client.ts';
import { UiProvider } from '../ui/theme/ui-provider.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { router } from './router.tsx';

/** The window: providers outside, the router inside. */
export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Themed />
    </QueryClientProvider>
  );
}

function Themed() {
  // The demonstration school has its own today; every "today" and "tomorrow" follows it.
  const today = useOperation('setup.status', {}).data?.today;
  return (
    <UiProvider today={today}>
      <ErrorBoundary>
        <RouterProvider router={router} />
      </ErrorBoundary>
    </UiProvider>
  );
}
