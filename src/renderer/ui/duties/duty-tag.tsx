import { assertNever } from '#shared/kernel/assert-never.ts';
import { StatusTag } from '../data/status-tag.tsx';
import type { DutyShown } from './types.ts';

/** Where a duty stands, in a word or two and its tone. */
export function DutyTag({ duty: { status, withoutDelay } }: { readonly duty: DutyShown }) {
  switch (status) {
    case 'overdue':
      return <StatusTag tone="overdue">Overdue</StatusTag>;
    case 'due':
      return withoutDelay ? (
        <StatusTag tone="due">Do now</StatusTag>
      ) : (
        <StatusTag tone="info">To do</StatusTag>
      );
    case 'waiting':
      return <StatusTag tone="closed">Not yet</StatusTag>;
    case 'done':
      return <StatusTag tone="done">Done</StatusTag>;
    case 'no-longer-owed':
      return <StatusTag tone="closed">No longer owed</StatusTag>;
    default:
      return assertNever(status);
  }
}
