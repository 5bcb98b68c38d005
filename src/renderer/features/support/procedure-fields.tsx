import type { FieldError } from '#shared/kernel/result.ts';
import type { LevelScheme, SignOffRule } from '#shared/domain/support/types.ts';
import { LEVEL_SCHEME_WORDS, SIGN_OFF_RULE_WORDS } from '#shared/text/support-words.ts';
import { NumberField } from '../../ui/form/number-field.tsx';
import { SelectField } from '../../ui/form/select-field.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import type { ProcedureDraft } from './procedure-draft.ts';

const RULES: readonly SignOffRule[] = ['decision', 'criteria', 'six-weeks'];
const SCHEMES: readonly LevelScheme[] = ['none', 'high-medium-low', 'tiers'];

interface ProcedureFieldsProps {
  readonly draft: ProcedureDraft;
  readonly errors: readonly FieldError[];
  readonly onChange: (more: Partial<ProcedureDraft>) => void;
}

/** How long a period is, how often pupil and key worker meet, how pupils come off, and which levels there are. */
export function ProcedureFields({ draft, errors, onChange }: ProcedureFieldsProps) {
  const errorOf = (path: string) => errors.find((one) => one.path === `procedure.${path}`)?.message;
  return (
    <Stack gap={3}>
      <Row gap={3} align="start">
        <NumberField
          label="Review every"
          name="procedure.periodWeeks"
          suffix="weeks"
          min={1}
          max={26}
          value={draft.periodWeeks}
          onChange={(periodWeeks) => onChange({ periodWeeks })}
          error={errorOf('periodWeeks')}
        />
        <NumberField
          label="Meet at least every"
          name="procedure.meetingDays"
          suffix="days"
          min={1}
          max={60}
          value={draft.meetingDays}
          onChange={(meetingDays) => onChange({ meetingDays })}
          error={errorOf('meetingDays')}
        />
        <NumberField
          label="For at least"
          name="procedure.meetingMinutes"
          suffix="minutes"
          min={5}
          max={240}
          value={draft.meetingMinutes}
          onChange={(meetingMinutes) => onChange({ meetingMinutes })}
          error={errorOf('meetingMinutes')}
        />
      </Row>
      <Row gap={3} align="start">
        <SelectField
          label="Signing off"
          name="procedure.signOff"
          value={draft.signOff}
          onChange={(signOff) => onChange({ signOff })}
          options={RULES.map((value) => ({ value, label: SIGN_OFF_RULE_WORDS[value] }))}
        />
        <SelectField
          label="Levels"
          name="procedure.levels"
          value={draft.levels}
          onChange={(levels) => onChange({ levels })}
          options={SCHEMES.map((value) => ({ value, label: LEVEL_SCHEME_WORDS[value] }))}
        />
      </Row>
    </Stack>
  );
}
