import { createRootRoute } from '@tanstack/react-router';
import { Frame } from './frame.tsx';

/** What every screen hangs from. */
export const rootRoute = createRootRoute({ component: Frame });
