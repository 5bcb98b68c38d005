import { createContext, use } from 'react';

/** The address of the page shown and whether the user came to it from another one of the app. */
export interface PageFocus {
  readonly address: string;
  readonly arrived: boolean;
}

export const PageFocusContext = createContext<PageFocus>({ address: '', arrived: false });

export function usePageFocus(): PageFocus {
  return use(PageFocusContext);
}
