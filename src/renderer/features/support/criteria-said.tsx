import { DefinitionList } from '../../ui/data/definition-list.tsx';

/** Criteria and procedure in words; what has one name (several criteria of one category) stands under it once. */
export function CriteriaSaid({ lines }: { readonly lines: readonly (readonly [string, string])[] }) {
  const byTerm = new Map<string, string[]>();
  for (const [term, detail] of lines) byTerm.set(term, [...(byTerm.get(term) ?? []), detail]);
  return (
    <DefinitionList
      items={[...byTerm].map(([term, details]) => ({
        term: details.length > 1 && term.endsWith(' factor') ? `${term}s` : term,
        detail: details.join('; '),
      }))}
    />
  );
}
