import { useOperation } from '../../api/client.ts';
import { SheetHead } from '../../ui/layout/sheet-head.tsx';

/** Whose figures are printed, which, by whom and when. */
export function ComparePrintHead({ title }: { readonly title: string }) {
  const { authority, school } = useOperation('setup.status', {}).data ?? {};
  const user = useOperation('session.get', {}).data?.userName;
  return <SheetHead of={authority?.name ?? school?.name} title={title} printedBy={user} />;
}
