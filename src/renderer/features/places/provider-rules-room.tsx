import { RULE_GROUP_WORDS } from '#shared/text/provider-rules-words.ts';
import { NumberBlank } from '../../ui/form/number-blank.tsx';
import { SentenceRow } from '../../ui/form/sentence-row.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import type { ProviderDraft } from './provider-draft.ts';
import type { RuleFields } from './provider-rule-fields.ts';
import { SpanBlanks } from './provider-span-blanks.tsx';
import { commonCapacity, isRun, setCapacity, type WeekDraft } from './week-draft.ts';

interface RoomRulesProps extends RuleFields {
  readonly draft: ProviderDraft;
  readonly changeDraft: (part: Partial<ProviderDraft>) => void;
}

/** How many pupils it takes, and the adults that it needs. */
export function RoomRules({ draft, changeDraft, rules, errors, change }: RoomRulesProps) {
  const { weekCapacity, schoolShare, week } = draft;
  return (
    <>
      <Panel title={RULE_GROUP_WORDS.room}>
        <SentenceRow label="A session" name="capacity">
          <SessionRoom week={week} onChange={(next) => changeDraft({ week: next })} />
        </SentenceRow>
        <SentenceRow
          label="A week"
          name="weekCapacity"
          on={weekCapacity !== undefined}
          off="As many different pupils a week as there are places."
          errors={errors}
          onSwitch={(on) => changeDraft({ weekCapacity: on ? (commonCapacity(week) ?? null) : undefined })}
        >
          At most
          <NumberBlank
            label="Most different pupils a week"
            name="weekCapacity"
            value={weekCapacity ?? null}
            min={1}
            max={1000}
            invalid={'weekCapacity' in errors}
            onChange={(pupils) => changeDraft({ weekCapacity: pupils })}
          />
          different pupils a week, Monday to Friday.
        </SentenceRow>
        <SentenceRow
          label="Share of a school"
          name="schoolShare"
          on={schoolShare !== undefined}
          off="One school may fill every place."
          errors={errors}
          onSwitch={(on) => changeDraft({ schoolShare: on ? 2 : undefined })}
        >
          At most
          <NumberBlank
            label="Most pupils of one school in a session"
            name="schoolShare"
            value={schoolShare ?? null}
            min={1}
            max={200}
            invalid={'schoolShare' in errors}
            onChange={(pupils) => changeDraft({ schoolShare: pupils })}
          />
          from one school in a session.
        </SentenceRow>
        <SentenceRow
          label="Rota by term"
          name="rules.termRota"
          on={rules.termRota}
          off="It is at one place all year."
          onSwitch={(termRota) => change({ termRota })}
        >
          Centres host it in turn, term by term; in a term without a host it takes nobody.
        </SentenceRow>
      </Panel>

      <Panel title={RULE_GROUP_WORDS.staff}>
        <SentenceRow
          label="Adults"
          name="rules.adultsNeeded"
          on={rules.adultsNeeded !== undefined}
          off="Sessions go ahead whoever is down for them."
          errors={errors}
          onSwitch={(on) => change({ adultsNeeded: on ? 2 : undefined })}
        >
          A session needs
          <NumberBlank
            label="Adults that a session needs"
            name="rules.adultsNeeded"
            value={rules.adultsNeeded ?? null}
            min={1}
            max={20}
            invalid={'rules.adultsNeeded' in errors}
            onChange={(adultsNeeded) => change({ adultsNeeded })}
          />
          adults who are down for it.
        </SentenceRow>
        <SentenceRow
          label="School’s own staff"
          name="rules.escort"
          on={rules.escort !== undefined}
          off="The school need not send anybody."
          errors={errors}
          paths={['rules.escort.fromDay', 'rules.escort.toDay']}
          onSwitch={(on) => change({ escort: on ? { from: 1, to: 2 } : undefined })}
        >
          The school sends a named member of staff
          <SpanBlanks
            name="rules.escort"
            span={rules.escort}
            errors={errors}
            onChange={(escort) => change({ escort })}
          />
        </SentenceRow>
      </Panel>
    </>
  );
}

/** The room of a session where all have the same; otherwise the week says it. */
function SessionRoom({
  week,
  onChange,
}: {
  readonly week: WeekDraft;
  readonly onChange: (week: WeekDraft) => void;
}) {
  const common = commonCapacity(week);
  if (!week.some(isRun)) return <>Runs no session yet: enter its places in the week.</>;
  if (common === undefined) {
    return <>Sessions differ in their places: they are entered in the week.</>;
  }
  return (
    <>
      Up to
      <NumberBlank
        label="Pupils in a session"
        name="capacity"
        value={common}
        min={1}
        max={200}
        onChange={(capacity) => {
          // An empty box would close every session: it waits for a number.
          if (capacity !== null && capacity > 0) onChange(setCapacity(week, capacity));
        }}
      />
      pupils a session.
    </>
  );
}
