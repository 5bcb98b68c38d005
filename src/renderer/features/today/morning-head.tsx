import { useOperation } from '../../api/client.ts';
import { SheetHead } from '../../ui/layout/sheet-head.tsx';
import { DateText } from '../../ui/words/date-text.tsx';

/** Head of the morning sheet: school, day, and who printed it when. */
export function MorningHead({ date }: { readonly date: string }) {
  const school = useOperation('setup.status', {}).data?.school?.name;
  const user = useOperation('session.get', {}).data?.userName;
  return (
    <SheetHead
      of={school}
      printedBy={user}
      title={
        <>
          Morning sheet, <DateText date={date} />
        </>
      }
    />
  );
}
