import { useEffect } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import type { Edited } from '#shared/contract/editing.ts';
import { invoke } from './bridge.ts';
import { useOperation } from './client.ts';

type OtherEditor = OperationOutput<'editing.others'>['others'][number];

/** Milliseconds between two signs of life of an open form; main takes a window that gave none for longer to be gone. */
const SIGN_OF_LIFE = 60_000;

const NOBODY: readonly OtherEditor[] = [];

/**
 * While the component is there, the other PCs of a shared database are told that this record is open here. Gives who else
 * has it open. Undefined: nothing on record yet. On one PC it asks once and finds nobody.
 */
export function useEditing(subjectType: Edited, subjectId: string | undefined): readonly OtherEditor[] {
  const asked = useOperation(
    'editing.others',
    { subjectType, subjectId: subjectId ?? '' },
    { enabled: subjectId !== undefined },
  );
  const shared = asked.data?.shared ?? false;
  useEffect(() => {
    if (!shared || subjectId === undefined) return undefined;
    const subject = { subjectType, subjectId };
    // What main answers to it makes the question above stale: whoever died meanwhile is left out.
    const open = () => void invoke('editing.open', subject);
    open();
    const timer = setInterval(open, SIGN_OF_LIFE);
    return () => {
      clearInterval(timer);
      void invoke('editing.close', subject);
    };
  }, [shared, subjectType, subjectId]);
  return asked.data?.others ?? NOBODY;
}
