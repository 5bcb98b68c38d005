import type { OperationOutput } from '#shared/contract/contract.ts';

export type Authority = OperationOutput<'schools.authorities'>['authorities'][number];

/** Those whose code begins with what was typed, or of whose name each typed word begins a word. */
export function findAuthorities(all: readonly Authority[], typed: string): readonly Authority[] {
  const words = wordsOf(typed);
  return all
    .filter(({ code, name }) => {
      const own = [code, ...wordsOf(name)];
      return words.every((word) => own.some((part) => part.startsWith(word)));
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
    .slice(0, 12);
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
