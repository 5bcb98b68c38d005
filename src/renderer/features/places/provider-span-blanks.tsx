import { NumberBlank } from '../../ui/form/number-blank.tsx';
import type { Span } from './provider-draft.ts';

interface SpanBlanksProps {
  /** `rules.window` or `rules.escort`. */
  readonly name: string;
  readonly span: Span;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (span: NonNullable<Span>) => void;
}

/** "from day [3] to day [ ] of the exclusion": the second may stay empty. */
export function SpanBlanks({ name, span, errors, onChange }: SpanBlanksProps) {
  const { from, to } = span ?? { from: null, to: null };
  const [first, last] = [`${name}.fromDay`, `${name}.toDay`];
  return (
    <>
      {' from day'}
      <NumberBlank
        label="From which day of the exclusion"
        name={first}
        value={from}
        min={1}
        max={45}
        invalid={first in errors}
        onChange={(day) => onChange({ from: day, to })}
      />
      to day
      <NumberBlank
        label="To which day of the exclusion, empty for its end"
        name={last}
        value={to}
        min={1}
        max={45}
        invalid={last in errors}
        onChange={(day) => onChange({ from, to: day })}
      />
      of the exclusion (empty: its end).
    </>
  );
}
