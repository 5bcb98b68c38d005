import { PROVIDER_KIND_WORDS, WEEKDAY_NAMES } from '#shared/text/provider-words.ts';
import { DefinitionList } from '../../ui/data/definition-list.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import { formatTime } from '../../ui/words/format.ts';
import type { StoredProvider } from './provider-form.tsx';
import { SLOTS, WEEKDAYS } from './week-draft.ts';
import styles from './provider.module.css';

/** A provider for those who may look but not change. */
export function ProviderFacts({ provider }: { readonly provider: StoredProvider }) {
  const { kind, address, contactName, contactPhone, active, sessions } = provider;
  const runOn = (weekday: number, slot: string) =>
    sessions.find((one) => one.weekday === weekday && one.slot === slot && one.capacity > 0);
  return (
    <Panel title="About">
      <DefinitionList
        items={[
          { term: 'Kind', detail: PROVIDER_KIND_WORDS[kind].one },
          { term: 'Address', detail: address ?? 'Not given' },
          {
            term: 'Who to ring',
            detail: [contactName, contactPhone].filter(Boolean).join(', ') || 'Not given',
          },
          { term: 'In use', detail: active ? 'Yes' : 'No' },
        ]}
      />
      <table className={styles.weekTable}>
        <caption className={styles.caption}>Places for excluded pupils in an ordinary week</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Morning</th>
            <th scope="col">Afternoon</th>
          </tr>
        </thead>
        <tbody>
          {WEEKDAYS.map((weekday) => (
            <tr key={weekday}>
              <th scope="row">{WEEKDAY_NAMES[weekday - 1]}</th>
              {SLOTS.map((slot) => {
                const run = runOn(weekday, slot);
                return (
                  <td key={slot}>
                    {run
                      ? `${String(run.capacity)}, ${formatTime(run.starts)} to ${formatTime(run.ends)}`
                      : 'Does not run'}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
