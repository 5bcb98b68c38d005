import type { IsoDate } from '#shared/kernel/plain-date.ts';
import { sayCriterion, sayMet } from '#shared/text/conference-words.ts';
import { useOperation } from '../../api/client.ts';
import { DefinitionList } from '../../ui/data/definition-list.tsx';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { Button } from '../../ui/form/button.tsx';
import { PrintIcon } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { SheetHead } from '../../ui/layout/sheet-head.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { DateText } from '../../ui/words/date-text.tsx';
import { plural } from '../../ui/words/format.ts';
import { usePersonName } from '../../ui/words/person-name.tsx';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import { ExclusionsTable } from './exclusions-table.tsx';
import { StaysTable } from './stays-table.tsx';
import type { ConferencePupil, Source } from './types.ts';

export interface ConferencePupilPageProps {
  readonly upn: string;
  readonly asOf: IsoDate | undefined;
  readonly source: Source;
}

/** One pupil on one page, for those who confer: what is met and from which exclusions, and the places there were. */
export function ConferencePupilPage({ upn, asOf, source }: ConferencePupilPageProps) {
  const query = useOperation('authority.conference-pupil', {
    upn,
    source,
    ...(asOf === undefined ? {} : { asOf }),
  });
  const nameOf = usePersonName();
  const user = useOperation('session.get', {}).data?.userName;
  const authority = useOperation('setup.status', {}).data?.authority?.name;
  const known = query.data?.pupil;
  const name = known ? nameOf(`${known.forename} ${known.surname}`) : 'Pupil';
  return (
    <Page>
      <ScreenOnly>
        <PageHeader
          title={name}
          context={query.data ? <PupilLine pupil={query.data} /> : undefined}
          actions={
            <>
              <ButtonLink
                to="/authority/conference"
                search={{
                  ...(asOf === undefined ? {} : { on: asOf }),
                  ...(source === 'own' ? { own: true as const } : {}),
                }}
              >
                Case conference
              </ButtonLink>
              <Button variant="primary" icon={PrintIcon} onClick={() => window.print()}>
                Print
              </Button>
            </>
          }
        />
      </ScreenOnly>
      <SheetHead
        of={authority}
        printedBy={user}
        title={
          <>
            Case conference: {name}
            {query.data ? (
              <>
                , as of <DateText date={query.data.asOf} />
              </>
            ) : null}
          </>
        }
      />
      <Loaded query={query} what="the pupil">
        {(pupil) => <PupilView known={pupil} />}
      </Loaded>
    </Page>
  );
}

function PupilLine({ pupil: { pupil, asOf, termName } }: { readonly pupil: ConferencePupil }) {
  return (
    <>
      UPN {pupil.upn}, as of <DateText date={asOf} />, {termName}
    </>
  );
}

function PupilView({ known }: { readonly known: ConferencePupil }) {
  const { pupil, earlier, stays, limitDays } = known;
  const { figures, met, exclusions } = pupil;
  return (
    <>
      <Panel title="Why this pupil">
        <DefinitionList
          items={[
            ...met.map((one) => ({
              term: sayCriterion(one.criterion, limitDays),
              detail: `${sayMet(one)}: ${one.exclusions.map((at) => String(at + 1)).join(', ')} in the list below`,
            })),
            ...(met.length === 0
              ? [{ term: 'Criteria', detail: 'None of the criteria is met on that day.' }]
              : []),
            {
              term: 'Days of suspension',
              detail: `${String(figures.daysTerm)} this term, ${String(figures.daysYear)} of ${String(limitDays)} this school year${
                figures.withoutLength > 0
                  ? `; ${plural(figures.withoutLength, 'exclusion')} came without a length`
                  : ''
              }`,
            },
            { term: 'Date of birth', detail: <DateText date={pupil.dob} /> },
            { term: 'Year group', detail: pupil.ncYear ?? 'Not said' },
            { term: 'SEN provision', detail: pupil.senProvision ?? 'Not said' },
            {
              term: 'In care',
              detail: pupil.inCare === undefined ? 'Not said' : pupil.inCare ? 'Yes' : 'No',
            },
          ]}
        />
      </Panel>
      <Panel title="Exclusions this school year" flush>
        <ExclusionsTable caption="Exclusions this school year" exclusions={exclusions} numbered />
      </Panel>
      {earlier.length === 0 ? null : (
        <Panel title="Exclusions of earlier school years" flush>
          <ExclusionsTable caption="Exclusions of earlier school years" exclusions={earlier} />
        </Panel>
      )}
      <Panel title="Places" flush={stays !== undefined && stays.length > 0}>
        {stays === undefined ? (
          <Text muted>
            Places are not in returns: ask the school, or open its own database, to see where the pupil was
            taught.
          </Text>
        ) : stays.length === 0 ? (
          <Text muted>No place of this pupil is known in this database.</Text>
        ) : (
          <StaysTable stays={stays} />
        )}
      </Panel>
    </>
  );
}
