import { useState } from 'react';
import type { OperationOutput } from '#shared/contract/contract.ts';
import { formatSchoolYear } from '#shared/domain/calendar/format-date.ts';
import { schoolYearOf } from '#shared/domain/calendar/school-year.ts';
import { OperationError, useCommand } from '../../api/client.ts';
import { DefinitionList } from '../../ui/data/definition-list.tsx';
import { Button } from '../../ui/form/button.tsx';
import { SmallForm } from '../../ui/form/small-form.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { useLeaveGuard } from '../../ui/hooks/use-leave-guard.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { Row } from '../../ui/layout/row.tsx';
import { notify } from '../../ui/overlay/notify.tsx';
import { capitalise } from '#shared/text/exclusion-words.ts';
import styles from './provider.module.css';

type Host = OperationOutput<'providers.get'>['hosts'][number];

interface ProviderRotaProps {
  readonly providerId: string;
  readonly hosts: readonly Host[];
  readonly today: string;
  readonly mayEdit: boolean;
}

const TERMS = ['autumn', 'spring', 'summer'] as const;
const keyOf = ({ schoolYear, term }: Pick<Host, 'schoolYear' | 'term'>) => `${String(schoolYear)} ${term}`;

/** Which centre hosts the rota in which term: this school year and the next. */
export function ProviderRota({ providerId, hosts, today, mayEdit }: ProviderRotaProps) {
  const command = useCommand('providers.hosts');
  const thisYear = schoolYearOf(today);
  const terms = [thisYear, thisYear + 1].flatMap((schoolYear) => TERMS.map((term) => ({ schoolYear, term })));
  const stored = new Map(hosts.map((host) => [keyOf(host), host.host]));
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const [refused, setRefused] = useState<OperationError>();
  const guard = useLeaveGuard(typed.size > 0, 'The rota you changed is not saved.');
  const hostOf = (key: string) => typed.get(key) ?? stored.get(key) ?? '';
  const labelOf = ({ schoolYear, term }: (typeof terms)[number]) =>
    `${capitalise(term)} term ${formatSchoolYear(schoolYear)}`;

  const save = async () => {
    setRefused(undefined);
    const shown = new Set(terms.map(keyOf));
    try {
      await command.mutateAsync({
        providerId,
        hosts: [
          ...hosts.filter((host) => !shown.has(keyOf(host))),
          ...terms.flatMap((term) => {
            const host = hostOf(keyOf(term)).trim();
            return host === '' ? [] : [{ ...term, host }];
          }),
        ],
      });
      setTyped(new Map());
      notify({ title: 'Rota saved' });
    } catch (failed) {
      if (!(failed instanceof OperationError)) throw failed;
      setRefused(failed);
    }
  };

  return (
    <Panel title="Rota by term" context="In a term without a host the provider takes nobody">
      {guard}
      {mayEdit ? (
        <SmallForm errors={[]} refused={refused?.error} refusedTitle="Not saved" onSubmit={() => void save()}>
          <div className={styles.years}>
            {terms.map((term) => (
              <TextField
                key={keyOf(term)}
                label={labelOf(term)}
                name={`host.${keyOf(term)}`}
                maxLength={120}
                placeholder="The centre that hosts it"
                value={hostOf(keyOf(term))}
                onChange={(host) => setTyped(new Map(typed).set(keyOf(term), host))}
              />
            ))}
          </div>
          <Row justify="end">
            <Button type="submit" variant="primary" loading={command.isPending}>
              Save the rota
            </Button>
          </Row>
        </SmallForm>
      ) : (
        <DefinitionList
          items={terms.map((term) => ({
            term: labelOf(term),
            detail: hostOf(keyOf(term)) || 'Nobody: it takes no pupils',
          }))}
        />
      )}
    </Panel>
  );
}
