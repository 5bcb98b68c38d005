import type { ReactNode } from 'react';
import { StatusTag } from '../../ui/data/status-tag.tsx';

interface JumpTagProps {
  /** The id of the part of the page. */
  readonly to: string;
  readonly children: ReactNode;
}

/** Something late, as a tag at the head of the page that leads to where it stands with what to do. */
export function JumpTag({ to, children }: JumpTagProps) {
  return (
    <a
      href={`#${to}`}
      onClick={(event) => {
        event.preventDefault();
        const part = document.getElementById(to);
        part?.scrollIntoView({ block: 'start' });
        part?.focus({ preventScroll: true });
      }}
    >
      <StatusTag tone="overdue">{children}</StatusTag>
    </a>
  );
}
