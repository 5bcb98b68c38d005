import { useCurtain } from './curtain.tsx';

/** What somebody wrote about a pupil in words of their own: it may have names, so the curtain hides it. */
export function PrivateWords({ text }: { readonly text: string }) {
  return useCurtain().drawn ? '…' : text;
}
