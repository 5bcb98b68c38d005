import type { FieldError } from '#shared/kernel/result.ts';
import type { Mapping } from './kept-mappings.ts';
import type { Inspection } from './use-pupil-import.ts';

/** What keeps a mapping from being used: a needed part without a column, or a column used twice. */
export function mappingErrors(
  { fields }: Pick<Inspection, 'fields'>,
  mapping: Mapping,
): readonly FieldError[] {
  const labelOf = (field: string): string => fields.find((one) => one.field === field)?.label ?? field;
  return fields.flatMap(({ field, label, required }) => {
    const column = mapping[field];
    const path = `mapping.${field}`;
    if (column === undefined) {
      return required
        ? [{ path, message: `Choose the column that holds the pupil’s ${labelWords(label)}.` }]
        : [];
    }
    const twin = fields.find((other) => other.field !== field && mapping[other.field] === column);
    // Named once, at the later of the two.
    const first =
      fields.findIndex((other) => other.field === field) < fields.findIndex((other) => other === twin);
    if (twin === undefined || first) return [];
    return [
      {
        path,
        message: `“${column}” is already the column for ${labelWords(labelOf(twin.field))}. Choose another.`,
      },
    ];
  });
}

const labelWords = (label: string): string =>
  label === 'UPN' ? label : label.charAt(0).toLowerCase() + label.slice(1);
