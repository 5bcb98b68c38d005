import type { OperationOutput } from '#shared/contract/contract.ts';
import { KIND_FACTS } from '#shared/domain/providers/provider-kinds.ts';
import { PROVIDER_KINDS } from '#shared/domain/providers/types.ts';
import { weekMinutes } from '#shared/domain/providers/week-minutes.ts';
import { sayClosure } from '#shared/text/closure-words.ts';
import { capitalise } from '#shared/text/exclusion-words.ts';
import { formatPence } from '#shared/text/format-pence.ts';
import { formatMiles } from '#shared/text/miles.ts';
import { sayRulesBriefly } from '#shared/text/provider-rules-words.ts';
import { PROVIDER_KIND_WORDS } from '#shared/text/provider-words.ts';
import { StatusTag } from '../../ui/data/status-tag.tsx';
import { TextLink } from '../../ui/layout/links.tsx';
import { plural } from '../../ui/words/format.ts';
import { useToday } from '../../ui/words/today.tsx';
import { sayHours, sayWeek } from './week-draft.ts';
import styles from './providers-table.module.css';

type Listed = OperationOutput<'providers.list'>['providers'][number];

/** Providers under the headings of their kinds, in the order of the board. */
export function ProvidersTable({ providers }: { readonly providers: readonly Listed[] }) {
  const today = useToday();
  const kinds = PROVIDER_KINDS.map((kind) => ({
    kind,
    rows: providers.filter((provider) => provider.kind === kind),
  })).filter(({ rows }) => rows.length > 0);
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>Providers by kind</caption>
      <thead>
        <tr>
          <th scope="col">Provider</th>
          <th scope="col">Room</th>
          <th scope="col">Rules</th>
          <th scope="col">Next closed days</th>
          <th scope="col" className={styles.figure}>
            Distance
          </th>
          <th scope="col" className={styles.figure}>
            A place
          </th>
        </tr>
      </thead>
      {kinds.map(({ kind, rows }) => (
        <tbody key={kind}>
          <tr className={styles.kind}>
            <th scope="rowgroup" colSpan={6}>
              {PROVIDER_KIND_WORDS[kind].many}
              {KIND_FACTS[kind].againstGuidance ? (
                <StatusTag tone="due">Against guidance for first days</StatusTag>
              ) : null}
              {KIND_FACTS[kind].countsAs === 'supervised-when-visited' ? (
                <StatusTag tone="info">Counts only with dated visits</StatusTag>
              ) : null}
            </th>
          </tr>
          {rows.map((provider) => (
            <Row key={provider.id} provider={provider} today={today} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({ provider, today }: { readonly provider: Listed; readonly today: string }) {
  const { id, name, active, sessions, rules, closures, contactName, contactPhone } = provider;
  const minutes = weekMinutes(sessions);
  const next = closures.find(({ to }) => to >= today);
  const contact = [contactName, contactPhone].filter(Boolean).join(', ');
  return (
    <tr>
      <th scope="row" className={styles.name}>
        <TextLink to="/places/providers/$providerId" params={{ providerId: id }}>
          {name}
        </TextLink>
        {active ? null : <StatusTag tone="closed">Not in use</StatusTag>}
        {contact ? <span className={styles.quiet}>{contact}</span> : null}
      </th>
      <td>
        {sayWeek(sessions)}
        {minutes > 0 ? <span className={styles.quiet}>{sayHours(minutes)} a week</span> : null}
      </td>
      <td>{capitalise(sayRulesBriefly(provider)) || <span className={styles.none}>Takes anybody</span>}</td>
      <td>
        {next ? (
          <>
            {sayClosure(next)}
            <span className={styles.quiet}>
              {next.places === undefined ? next.reason : `${plural(next.places, 'place')} out of use`}
            </span>
          </>
        ) : (
          <span className={styles.none}>None</span>
        )}
      </td>
      <td className={styles.figure}>
        {rules.distanceMetres === undefined ? (
          <span className={styles.none}>Not given</span>
        ) : rules.distanceMetres === 0 ? (
          'On site'
        ) : (
          formatMiles(rules.distanceMetres)
        )}
      </td>
      <td className={styles.figure}>
        {rules.costPence === undefined ? (
          <span className={styles.none}>Not given</span>
        ) : rules.costPence === 0 ? (
          'Free'
        ) : (
          formatPence(rules.costPence)
        )}
      </td>
    </tr>
  );
}
