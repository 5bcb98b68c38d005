import type { SchoolYear } from '#shared/domain/calendar/types.ts';
import type { FieldError } from '#shared/kernel/result.ts';
import { Panel } from '../layout/panel.tsx';
import { useToday } from '../words/today.tsx';
import { ClosuresEditor } from './closures-editor.tsx';
import { TermsEditor } from './terms-editor.tsx';
import { YearCount } from './year-count.tsx';
import { calendarOf, type YearDraft } from './year-draft.ts';
import { YearView } from './year-view.tsx';
import styles from './year-editor.module.css';

export interface YearEditorProps {
  readonly schoolYear: SchoolYear;
  readonly draft: YearDraft;
  readonly onChange: (draft: YearDraft) => void;
  /** As `draftProblems` names them. */
  readonly errors: readonly FieldError[];
  readonly readOnly?: boolean | undefined;
}

/** A school year: its terms, the year to look at and paint, and the closed days as a list. */
export function YearEditor({ schoolYear, draft, onChange, errors, readOnly = false }: YearEditorProps) {
  const today = useToday();
  const calendar = calendarOf(draft, schoolYear);
  const setClosures = (closures: YearDraft['closures']) => onChange({ ...draft, closures });
  return (
    <>
      <Panel title="Terms">
        <TermsEditor
          terms={draft.terms}
          onChange={(terms) => onChange({ ...draft, terms })}
          errors={errors}
          readOnly={readOnly}
        />
      </Panel>
      <Panel title="Closed days" actions={<YearCount calendar={calendar} schoolYear={schoolYear} />}>
        <div className={styles.split}>
          <YearView
            key={schoolYear}
            schoolYear={schoolYear}
            calendar={calendar}
            today={today}
            onChange={readOnly ? undefined : setClosures}
          />
          <ClosuresEditor
            key={`list ${schoolYear}`}
            schoolYear={schoolYear}
            closures={draft.closures}
            onChange={setClosures}
            errors={errors}
            readOnly={readOnly}
          />
        </div>
      </Panel>
    </>
  );
}
