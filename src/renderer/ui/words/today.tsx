import { createContext, use, type ReactNode } from 'react';
import { Temporal } from 'temporal-polyfill';

const TodayContext = createContext<string | undefined>(undefined);

/** Sets the day that counts as today for everything inside. */
export function TodayProvider(props: { readonly today?: string | undefined; readonly children: ReactNode }) {
  return <TodayContext value={props.today}>{props.children}</TodayContext>;
}

/** Today as `YYYY-MM-DD`: the app's own day where it has said one, else the day in England. */
export function useToday(): string {
  return use(TodayContext) ?? Temporal.Now.plainDateISO('Europe/London').toString();
}
