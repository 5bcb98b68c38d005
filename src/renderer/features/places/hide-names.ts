/** A sentence of main with the names of these pupils as the privacy curtain lets them be seen. */
export const hideNames = (
  text: string,
  pupils: readonly { readonly name: string }[],
  personName: (name: string) => string,
): string => pupils.reduce((said, { name }) => said.replaceAll(name, personName(name)), text);
