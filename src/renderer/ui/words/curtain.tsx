import {
  createContext,
  use,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { usePrinting } from '../hooks/use-printing.ts';
import { notify } from '../overlay/notify.tsx';

interface Curtain {
  /** True while names are hidden. Paper has them all the same. */
  readonly drawn: boolean;
  readonly toggle: () => void;
  /** Hides names for a reason that is told; nothing when they are hidden already. */
  readonly draw: (why: string) => void;
}

const CurtainContext = createContext<Curtain>({
  drawn: false,
  toggle: () => undefined,
  draw: () => undefined,
});

/** The privacy curtain: one key hides pupils' names while somebody stands behind the chair. */
export function CurtainProvider({ children }: { readonly children: ReactNode }) {
  const [wanted, setWanted] = useState(false);
  const printing = usePrinting();
  const drawn = wanted && !printing;
  const toggle = useCallback(() => setWanted((was) => !was), []);
  const draw = useCallback((why: string) => {
    setWanted((was) => {
      if (!was) queueMicrotask(() => notify({ tone: 'info', title: 'Names are hidden', text: why }));
      return true;
    });
  }, []);
  const warn = useEffectEvent(() => {
    if (!wanted) return;
    notify({
      tone: 'due',
      title: 'Printed with names',
      text: 'The curtain hides names on the screen. What is printed has them.',
    });
  });
  useEffect(() => {
    const ended = () => warn();
    window.addEventListener('afterprint', ended);
    return () => window.removeEventListener('afterprint', ended);
  }, []);
  const curtain = useMemo(() => ({ drawn, toggle, draw }), [drawn, toggle, draw]);
  return <CurtainContext value={curtain}>{children}</CurtainContext>;
}

export function useCurtain(): Curtain {
  return use(CurtainContext);
}
