import type { ReactNode } from 'react';
import { ncYearWords } from '#shared/text/pupil-words.ts';
import { Button } from '../../ui/form/button.tsx';
import { PrintIcon, RecordIcon } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { SplitLayout } from '../../ui/layout/split-layout.tsx';
import { usePersonName } from '../../ui/words/person-name.tsx';
import { AbsencesPanel } from './absences-panel.tsx';
import { ContactsPanel } from './contacts-panel.tsx';
import { EarlierDays } from './earlier-days.tsx';
import { ExamsPanel } from './exams-panel.tsx';
import { ExclusionTimeline } from './exclusion-timeline.tsx';
import { PrivacyMenu } from './privacy-menu.tsx';
import { PupilDetails } from './pupil-details.tsx';
import type { PupilFound } from './pupil-found.ts';
import { PupilFlags } from './pupil-flags.tsx';
import { PupilHistory } from './pupil-history.tsx';
import { spokenName } from './pupil-name.ts';
import { StaysPanel } from './stays-panel.tsx';
import { SummaryHeading } from './summary-heading.tsx';
import { SupportPanel } from './support-panel.tsx';
import { TotalsPanel } from './totals-panel.tsx';
import { WhoPanel } from './who-panel.tsx';
import { useMay } from '../../api/use-may.ts';
import styles from './pupil.module.css';

/** The pupil's page once it is loaded; on paper it is the pupil summary. */
export function PupilCase({ found, more }: { readonly found: PupilFound; readonly more?: ReactNode }) {
  const { pupil, exclusions, years, earlier, history } = found;
  const nameOf = usePersonName();
  const mayRecord = useMay('exclusions.record');
  const mayPrivacy = useMay('privacy.manage');
  const mayPlaces = useMay('places.view');
  const maySupport = useMay('support.view');
  const mayAudit = useMay('audit.view');
  const onRoll = [
    pupil.form === undefined ? undefined : `Form ${pupil.form}`,
    pupil.ncYear === undefined ? undefined : ncYearWords(pupil.ncYear),
    `UPN ${pupil.upn}`,
  ];
  return (
    <>
      <SummaryHeading />
      <PageHeader
        title={nameOf(spokenName(pupil))}
        status={
          <Row gap={1}>
            <PupilFlags pupil={pupil} />
          </Row>
        }
        context={onRoll.filter((part) => part !== undefined).join(' · ')}
        actions={
          <>
            {mayPrivacy ? <PrivacyMenu pupilId={pupil.id} name={nameOf(spokenName(pupil))} /> : null}
            <Button icon={PrintIcon} onClick={() => window.print()}>
              Print summary
            </Button>
            {mayRecord ? (
              <ButtonLink to="/record" search={{ pupil: pupil.id }} variant="primary" icon={RecordIcon}>
                Record an exclusion
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <div className={styles.paper}>
        <SplitLayout
          kind="form"
          aside={
            <>
              <TotalsPanel years={years} />
              <ContactsPanel pupilId={pupil.id} />
              <ExamsPanel pupilId={pupil.id} />
              <EarlierDays pupilId={pupil.id} earlier={earlier} />
              <PupilDetails pupil={pupil} />
            </>
          }
        >
          <ExclusionTimeline exclusions={exclusions} />
          {mayPlaces ? <StaysPanel pupilId={pupil.id} /> : null}
          {maySupport ? <SupportPanel pupilId={pupil.id} /> : null}
          <AbsencesPanel pupilId={pupil.id} />
          {more}
          <PupilHistory history={history} />
          {mayAudit ? <WhoPanel pupilId={pupil.id} /> : null}
        </SplitLayout>
      </div>
    </>
  );
}
