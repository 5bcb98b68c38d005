import { useState } from 'react';
import { Callout } from '../../ui/feedback/callout.tsx';
import { Button } from '../../ui/form/button.tsx';
import { CheckboxField } from '../../ui/form/checkbox-field.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { plural } from '../../ui/words/format.ts';
import { DryRunTable } from './dry-run-table.tsx';
import { OutcomeFilter, type OutcomeChoice } from './outcome-filter.tsx';
import { Pager } from './pager.tsx';
import { ProblemList } from './problem-list.tsx';
import type { Preview } from './use-pupil-import.ts';
import styles from './import.module.css';

interface DryRunProps {
  readonly preview: Preview;
  readonly busy: boolean;
  readonly onImport: (acceptCheckLetters: boolean) => void;
  readonly onColumns?: () => void;
  readonly onAnotherFile: () => void;
}

const PAGE_SIZE = 100;

/** What the file would do, pupil by pupil, and the button that does it. */
export function DryRun({ preview, busy, onImport, onColumns, onAnotherFile }: DryRunProps) {
  const { rows, counts, problems, checkLetters } = preview;
  const [shown, setShown] = useState<OutcomeChoice>(() => firstChoice(preview));
  const [offset, setOffset] = useState(0);
  const [accepted, setAccepted] = useState(false);
  const listed = rows.filter((row) =>
    shown === 'all' ? true : shown === 'warned' ? row.problems.length > 0 : row.outcome === shown,
  );
  const toImport = counts.new + counts.changed;
  const whyNot = reasonAgainst(preview, accepted);

  return (
    <>
      {counts.refused > 0 ? (
        <Callout
          tone="overdue"
          title={`${plural(counts.refused, 'pupil')} cannot be taken as the file has them`}
          live="status"
        >
          A file is imported whole or not at all. Put right what is listed in the system the file came from,
          export again and choose the new file. Nothing has been changed.
        </Callout>
      ) : null}
      {problems.length > 0 ? (
        <Panel title="About the file" flush>
          <ProblemList problems={problems} caption="Problems of the file as a whole" />
        </Panel>
      ) : null}
      <Panel title="What would change" context={summaryOf(preview)} flush>
        <OutcomeFilter
          rows={rows}
          value={shown}
          onChange={(choice) => {
            setShown(choice);
            setOffset(0);
          }}
        />
        <DryRunTable rows={listed.slice(offset, offset + PAGE_SIZE)} />
        <Pager what="pupils" offset={offset} size={PAGE_SIZE} total={listed.length} onMove={setOffset} />
      </Panel>
      <div className={styles.bar}>
        <div className={styles.terms}>
          {checkLetters > 0 ? (
            <CheckboxField
              label={`Accept ${plural(checkLetters, 'UPN')} with a wrong check letter`}
              hint="Some pupils really have such a number. If you are not sure, compare it with the pupil’s papers first."
              checked={accepted}
              onChange={setAccepted}
            />
          ) : null}
          {whyNot ? <p className={styles.whyNot}>{whyNot}</p> : null}
        </div>
        <div className={styles.buttons}>
          <Button onClick={onAnotherFile}>Choose another file</Button>
          {onColumns ? <Button onClick={onColumns}>Change the columns</Button> : null}
          <Button
            variant="primary"
            loading={busy}
            disabled={whyNot !== undefined}
            disabledReason={whyNot}
            onClick={() => onImport(accepted)}
          >
            {toImport > 0 ? `Import ${plural(toImport, 'pupil')}` : 'Import'}
          </Button>
        </div>
      </div>
    </>
  );
}

/** What somebody has to look at first: what is refused, then what is doubtful, then what would change. */
function firstChoice({ counts, checkLetters }: Preview): OutcomeChoice {
  if (counts.refused > 0) return 'refused';
  if (checkLetters > 0) return 'warned';
  if (counts.changed > 0) return 'changed';
  return counts.new > 0 ? 'new' : 'all';
}

function summaryOf({ counts, kind }: Preview): string {
  const total = counts.new + counts.changed + counts.unchanged + counts.refused;
  const file = kind === 'ctf' ? 'Common Transfer File' : 'CSV file';
  return `${file} with ${plural(total, 'pupil')}. Pupils who are not in it stay as they are.`;
}

/** Why the button is off, in the words of what to do about it. */
function reasonAgainst({ counts, checkLetters }: Preview, accepted: boolean): string | undefined {
  if (counts.refused > 0)
    return `Not possible while ${plural(counts.refused, 'pupil is', 'pupils are')} refused.`;
  if (checkLetters > 0 && !accepted) return 'Accept the wrong check letters first, or correct the file.';
  if (counts.new + counts.changed === 0) return 'Nothing to import: every pupil is already as in the file.';
  return undefined;
}
