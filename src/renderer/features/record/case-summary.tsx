import { reasonsOn } from '#shared/domain/exclusions/reasons.ts';
import { capitalise, formatLength } from '#shared/text/exclusion-words.ts';
import { DefinitionList } from '../../ui/data/definition-list.tsx';
import { TextLink } from '../../ui/layout/links.tsx';
import { formatTime } from '../../ui/words/format.ts';
import { DateText } from '../../ui/words/date-text.tsx';
import { PersonName } from '../../ui/words/person-name.tsx';
import { SessionText } from '../../ui/words/session-text.tsx';
import type { Preview } from './form-problems.ts';
import { usualDecisionDay, type RecordForm } from './form-state.ts';
import styles from './record.module.css';

interface CaseSummaryProps {
  readonly form: RecordForm;
  readonly preview: Preview;
  readonly today: string;
}

/** The whole case in words. */
export function CaseSummary({ form, preview, today }: CaseSummaryProps) {
  const { kind, startDate, incidentOn } = form;
  const lunchtime = kind === 'lunchtime';
  const { halfDays, end, returnsOn } = preview;
  const descriptions = new Map(
    reasonsOn(startDate ?? today).map(({ code, description }) => [code, description]),
  );
  const where = [timeText(form.incidentAt), form.incidentPlace, form.incidentLesson]
    .map((text) => text.trim())
    .filter(Boolean);
  return (
    <DefinitionList
      items={[
        {
          term: 'Pupil',
          detail: (
            <>
              <strong>
                <PersonName name={form.pupil?.name ?? ''} />
              </strong>
              {form.pupil?.form === undefined ? null : `, form ${form.pupil.form}`}
            </>
          ),
        },
        { term: 'What', detail: capitalise(preview.ruleSet.noun) },
        {
          term: lunchtime ? 'First lunchtime' : 'From',
          detail: startDate ? (
            <SessionText date={startDate} slot={lunchtime ? 'lunch' : form.startSlot} />
          ) : null,
        },
        ...(end === undefined || halfDays === undefined
          ? []
          : [
              {
                term: lunchtime ? 'Last lunchtime' : 'To',
                detail: (
                  <>
                    <SessionText date={end.date} slot={lunchtime ? 'lunch' : end.slot} />:{' '}
                    <strong>{formatLength(kind, halfDays)}</strong>
                  </>
                ),
              },
            ]),
        ...(returnsOn === undefined || kind === 'permanent'
          ? []
          : [
              {
                term: 'Back',
                detail: <SessionText date={returnsOn.date} slot={lunchtime ? 'lunch' : returnsOn.slot} />,
              },
            ]),
        {
          term: 'Reasons',
          detail: form.reasons.map((code) => `${descriptions.get(code) ?? code} (${code})`).join('; '),
        },
        {
          term: 'Incident',
          detail: (
            <>
              {incidentOn ? <DateText date={incidentOn} /> : null}
              {where.length > 0 ? `, ${where.join(', ')}` : null}
              <div className={styles.account}>
                {form.incidentAccount.trim() === '' ? 'Not written down' : form.incidentAccount}
              </div>
            </>
          ),
        },
        {
          term: 'Decided by',
          detail: (
            <>
              {form.decidedBy}, on <DateText date={form.decidedOn ?? usualDecisionDay(form, today)} />
            </>
          ),
        },
        ...(form.follows === undefined
          ? []
          : [
              {
                term: 'Follows',
                detail: (
                  <TextLink to="/record" search={{ exclusion: form.follows.exclusionId }}>
                    {form.follows.title}
                  </TextLink>
                ),
              },
            ]),
      ]}
    />
  );
}

/** "9.35 am" for a time that came as 09:35; what people typed stays as it is. */
const timeText = (typed: string): string => (/^\d{2}:\d{2}$/.test(typed) ? formatTime(typed) : typed);
