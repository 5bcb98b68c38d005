/** The element id of the field called `name`: an error at the same path links to it. */
export function fieldId(name: string): string {
  return `field-${name.replaceAll(/[^A-Za-z0-9_-]+/g, '-')}`;
}
