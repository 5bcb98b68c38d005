/** Half-filled forms in memory: never on disk, gone with the program. */
export interface FormDesk {
  keep(person: string, key: string, values: string): void;
  kept(person: string, key: string): string | undefined;
  drop(person: string, key: string): void;
}

/** Forms of one person at most; the one that was not touched for longest goes first. */
const MOST_OF_ONE = 40;

export function makeFormDesk(): FormDesk {
  const people = new Map<string, Map<string, string>>();
  const formsOf = (person: string) => {
    const forms = people.get(person) ?? new Map<string, string>();
    people.set(person, forms);
    return forms;
  };
  return {
    keep(person, key, values) {
      const forms = formsOf(person);
      // Taken out first: a map keeps the order in which keys came.
      forms.delete(key);
      forms.set(key, values);
      const [oldest] = forms.keys();
      if (forms.size > MOST_OF_ONE && oldest !== undefined) forms.delete(oldest);
    },
    kept: (person, key) => people.get(person)?.get(key),
    drop(person, key) {
      people.get(person)?.delete(key);
    },
  };
}
