import { RULE_GROUPS, RULE_GROUP_WORDS, ruleSentences } from '#shared/text/provider-rules-words.ts';
import { PROVIDER_KIND_WORDS } from '#shared/text/provider-words.ts';
import { DefinitionList } from '../../ui/data/definition-list.tsx';
import { Panel } from '../../ui/layout/panel.tsx';
import type { StoredProvider } from './provider-draft.ts';
import styles from './provider.module.css';

/** A provider for those who may look but not change: its rules as sentences, and whom to ring. */
export function ProviderFacts({ provider }: { readonly provider: StoredProvider }) {
  const { kind, address, contactName, contactPhone, active } = provider;
  const sentences = ruleSentences(provider);
  const groups = RULE_GROUPS.map((group) => ({
    group,
    sentences: sentences.filter((sentence) => sentence.group === group),
  })).filter((one) => one.sentences.length > 0);
  return (
    <>
      <Panel title="Rules">
        <div className={styles.sentences}>
          {groups.map((one) => (
            <section key={one.group}>
              <h3>{RULE_GROUP_WORDS[one.group]}</h3>
              <ul>
                {one.sentences.map(({ key, text }) => (
                  <li key={key}>{text}</li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </Panel>
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
      </Panel>
    </>
  );
}
