import { useState } from 'react';
import { referralSteps } from '#shared/domain/support/referral-steps.ts';
import { PARENT_WORDS } from '#shared/text/support-plan-words.ts';
import { DefinitionList } from '../../ui/data/definition-list.tsx';
import { Button } from '../../ui/form/button.tsx';
import { CheckIcon, CloseIcon, UndoIcon } from '../../ui/icons.ts';
import { Panel } from '../../ui/layout/panel.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { ReferralTag } from '../../ui/support/referral-tag.tsx';
import styles from '../../ui/support/support.module.css';
import { useCurtain } from '../../ui/words/curtain.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { usePersonName } from '../../ui/words/person-name.tsx';
import { AnswerForm } from './answer-form.tsx';
import { ReferralForm } from './referral-form.tsx';
import type { Referral } from './types.ts';

interface ReferralPanelProps {
  readonly referral: Referral;
  readonly mayEdit: boolean;
  readonly onClose: () => void;
}

/** One referral: why, what the school had done, what was answered, and what can be done about it. */
export function ReferralPanel({ referral, mayEdit, onClose }: ReferralPanelProps) {
  const nameOf = usePersonName('open');
  const [open, setOpen] = useState<'answer' | 'again'>();
  const { name, agency, state, madeAgain } = referral;
  const toggle = (what: 'answer' | 'again') => setOpen(open === what ? undefined : what);
  return (
    <Panel
      title={`${nameOf(name)}: ${agency}`}
      actions={
        <>
          <ReferralTag {...referral} />
          {mayEdit && state === 'returned' && !madeAgain ? (
            <Button size="small" icon={UndoIcon} expanded={open === 'again'} onClick={() => toggle('again')}>
              Make it again…
            </Button>
          ) : null}
          {mayEdit && referralSteps(state).length > 0 && !madeAgain ? (
            <Button
              size="small"
              icon={CheckIcon}
              expanded={open === 'answer'}
              onClick={() => toggle('answer')}
            >
              {state === 'returned' ? 'Close it…' : 'Note the answer…'}
            </Button>
          ) : null}
          <Button size="small" icon={CloseIcon} onClick={onClose}>
            Put away
          </Button>
        </>
      }
    >
      <Stack gap={3}>
        <Facts referral={referral} />
        {open === 'answer' ? <AnswerForm referral={referral} onClose={() => setOpen(undefined)} /> : null}
        {open === 'again' ? <ReferralForm again={referral} onClose={onClose} /> : null}
      </Stack>
    </Panel>
  );
}

function Facts({ referral }: { readonly referral: Referral }) {
  const { drawn } = useCurtain();
  const { madeOn, madeBy, why, doneSoFar, parents, parentsOn, answer, answeredOn, allocatedTo } = referral;
  const words = (text: string) => (drawn ? '…' : <span className={styles.said}>{text}</span>);
  return (
    <DefinitionList
      items={[
        {
          term: 'Made',
          detail: (
            <>
              <DateText date={madeOn} /> by {madeBy}
            </>
          ),
        },
        { term: 'Why', detail: words(why) },
        { term: 'Done by the school', detail: words(doneSoFar) },
        {
          term: 'Parents',
          detail: (
            <>
              {PARENT_WORDS[parents]}
              {parentsOn ? (
                <>
                  , <DateText date={parentsOn} />
                </>
              ) : null}
            </>
          ),
        },
        ...(answeredOn
          ? [
              {
                term: 'Answer',
                detail: (
                  <>
                    <DateText date={answeredOn} />: {words(answer ?? '')}
                  </>
                ),
              },
            ]
          : []),
        ...(allocatedTo ? [{ term: 'Works with the pupil', detail: allocatedTo }] : []),
      ]}
    />
  );
}
