import { Callout } from '../feedback/callout.tsx';
import { TextField } from '../form/text-field.tsx';

interface LetInProps {
  /** Papers and signatures that are not there. */
  readonly bars: readonly string[];
  readonly mayOverride: boolean;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  /** The form was sent once: what is missing in it is shown. */
  readonly tried: boolean;
}

/** What has to be there before a pupil is let in, and why one is let in all the same. */
export function LetIn({ bars, mayOverride, reason, onReason, tried }: LetInProps) {
  return (
    <>
      <Callout tone="due" title="Before the pupil is let in">
        {`Still open: ${bars.join('; ')}.`}
        {mayOverride
          ? null
          : ' Note on the stay what has come, or ask somebody whose role may let the pupil in all the same.'}
      </Callout>
      {mayOverride ? (
        <TextField
          label="Why is the pupil let in all the same?"
          name="override.reason"
          value={reason}
          onChange={onReason}
          maxLength={200}
          error={tried && reason.trim() === '' ? 'Enter why the pupil is let in.' : undefined}
        />
      ) : null}
    </>
  );
}
