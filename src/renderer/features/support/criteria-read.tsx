import {
  LEVEL_SCHEME_WORDS,
  SIGN_OFF_RULE_WORDS,
  sayCriterion,
  sayWeeks,
} from '#shared/text/support-words.ts';
import { DefinitionList } from '../../ui/data/definition-list.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import styles from './support.module.css';
import type { Criteria } from './types.ts';

/** The criteria and the procedure for those who only look. */
export function CriteriaRead({
  criteria: { categories, criteria, procedure },
}: {
  readonly criteria: Criteria;
}) {
  return (
    <>
      <Panel title="What puts a pupil at risk">
        <DefinitionList
          items={categories.map(({ letter, name }) => ({
            term: `${letter} ${name}`,
            detail: (
              <ul className={styles.tight}>
                {criteria
                  .filter(({ category }) => category === letter)
                  .map(({ id, rule }) => (
                    <li key={id}>{sayCriterion(rule)}</li>
                  ))}
              </ul>
            ),
          }))}
        />
      </Panel>
      <Panel title="How the school works">
        <DefinitionList
          items={[
            { term: 'Review', detail: `Every ${sayWeeks(procedure.periodWeeks)}` },
            {
              term: 'Meetings',
              detail: `At least every ${String(procedure.meetingDays)} days, ${String(procedure.meetingMinutes)} minutes or more`,
            },
            { term: 'Signing off', detail: SIGN_OFF_RULE_WORDS[procedure.signOff] },
            { term: 'Levels', detail: LEVEL_SCHEME_WORDS[procedure.levels] },
            { term: 'Factors', detail: procedure.factors.map(({ name }) => name).join(', ') || 'None' },
          ]}
        />
      </Panel>
    </>
  );
}
