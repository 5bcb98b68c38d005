/** Letters without accents, in lower case, so that "st bede" finds "St Bédé’s". */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();

/** The schools whose name or number has every word that was typed. */
export function matchSchools<Row extends { readonly name: string; readonly laEstab: string }>(
  rows: readonly Row[],
  typed: string,
): readonly Row[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  return rows.filter(({ name, laEstab }) => {
    const text = `${fold(name)} ${laEstab}`;
    return words.every((word) => text.includes(word));
  });
}
