import { useMay } from '../../api/use-may.ts';
import { TextField } from '../../ui/form/text-field.tsx';

interface WaiveRulesProps {
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}

/** After a refusal, for who may: the rules that can be waived are, for a reason that stays with the stay. */
export function WaiveRules({ reason, onReason }: WaiveRulesProps) {
  const mayOverride = useMay('places.override');
  if (!mayOverride) return null;
  return (
    <TextField
      label="Waive the rules that may be waived, because"
      name="override.reason"
      optional
      hint="Kept with the stay and in the history. Full, closed and kept-apart sessions stay refused."
      value={reason}
      onChange={onReason}
      maxLength={200}
    />
  );
}
