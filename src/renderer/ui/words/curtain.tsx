import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';

interface Curtain {
  /** True while names are hidden. */
  readonly drawn: boolean;
  readonly toggle: () => void;
}

const CurtainContext = createContext<Curtain>({ drawn: false, toggle: () => undefined });

/** The privacy curtain: one key hides pupils' names while somebody stands behind the chair. */
export function CurtainProvider({ children }: { readonly children: ReactNode }) {
  const [drawn, setDrawn] = useState(false);
  const toggle = useCallback(() => setDrawn((was) => !was), []);
  const curtain = useMemo(() => ({ drawn, toggle }), [drawn, toggle]);
  return <CurtainContext value={curtain}>{children}</CurtainContext>;
}

export function useCurtain(): Curtain {
  return use(CurtainContext);
}
