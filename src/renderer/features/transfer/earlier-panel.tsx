import { useOperation } from '../../api/client.ts';
import { useMay } from '../../api/use-may.ts';
import { Loaded } from '../../ui/feedback/loaded.tsx';
import { ImportIcon } from '../../ui/icons.ts';
import { Disclosure } from '../../ui/layout/disclosure.tsx';
import { ButtonLink } from '../../ui/layout/links.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { Stack } from '../../ui/layout/stack.tsx';
import { Text } from '../../ui/layout/text.tsx';
import { dayOfInstant } from '../../ui/words/format.ts';
import { ScreenOnly } from '../../ui/words/screen-only.tsx';
import { formatDate } from '#shared/domain/calendar/format-date.ts';
import { HandedOn } from './handed-on.tsx';
import { WriteFile } from './write-file.tsx';

/** On the pupil's page: what came from earlier schools, and the file in and out when a pupil moves. */
export function EarlierPanel({ pupilId }: { readonly pupilId: string }) {
  const maySee = useMay('support.view');
  return maySee ? <Earlier pupilId={pupilId} /> : null;
}

function Earlier({ pupilId }: { readonly pupilId: string }) {
  const earlier = useOperation('transfer.earlier', { pupilId });
  const mayImport = useMay('pupils.import');
  const mayWrite = useMay('pupils.edit');
  return (
    <Panel title="Moving school" context="What earlier schools handed on, and the file for the next one">
      <Stack gap={3}>
        <Loaded query={earlier} what="what earlier schools handed on">
          {({ records }) =>
            records.length === 0 ? (
              <Text muted>
                No earlier school has handed anything on. Ask it for the pupil’s file: the days out count
                towards the limits here, and the support goes on.
              </Text>
            ) : (
              <>
                {records.map(({ from, importedBy, history }, at) => (
                  <Disclosure
                    key={from.laEstab}
                    open={at === 0}
                    summary={`${from.name}, file of ${formatDate(dayOfInstant(from.madeAt))}`}
                  >
                    <Stack gap={3}>
                      <HandedOn history={history} />
                      <Text muted small>
                        Taken over by {importedBy}.
                      </Text>
                    </Stack>
                  </Disclosure>
                ))}
              </>
            )
          }
        </Loaded>
        <ScreenOnly>
          <Row gap={2}>
            {mayImport ? (
              <ButtonLink to="/pupils/transfer" search={{ pupil: pupilId }} icon={ImportIcon}>
                Take over a file
              </ButtonLink>
            ) : null}
            {mayWrite ? <WriteFile pupilId={pupilId} /> : null}
          </Row>
        </ScreenOnly>
      </Stack>
    </Panel>
  );
}

/** On the page of an entry of the register: only where something came. */
export function EarlierSupport({ pupilId }: { readonly pupilId: string }) {
  const { data } = useOperation('transfer.earlier', { pupilId });
  if (data === undefined || data.records.length === 0) return null;
  return (
    <Panel title="From earlier schools">
      <Stack gap={3}>
        {data.records.map(({ from, history }) => (
          <Disclosure
            key={from.laEstab}
            summary={`${from.name}, file of ${formatDate(dayOfInstant(from.madeAt))}`}
          >
            <HandedOn history={history} />
          </Disclosure>
        ))}
      </Stack>
    </Panel>
  );
}
