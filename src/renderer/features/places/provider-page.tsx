import { KnownProvider } from './provider-known.tsx';
import { NewProvider } from './provider-new.tsx';

export interface ProviderPageProps {
  /** Or `new`. */
  readonly providerId: string;
}

/** One provider: its rules, its week, its adults, closed days, who is coming and what was changed. */
export function ProviderPage({ providerId }: ProviderPageProps) {
  return providerId === 'new' ? <NewProvider /> : <KnownProvider key={providerId} providerId={providerId} />;
}
