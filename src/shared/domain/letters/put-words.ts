/** Puts the rule set's words in for each `[word]` of a text. Throws on a word that nobody defined. */
export function putWords(text: string, words: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\[([^\]]+)\]/g, (_, word: string) => {
    const said = words[word];
    if (said === undefined) throw new Error(`A word that nobody defined: ${word}`);
    return said;
  });
}
