import { fieldSections, type Field, type FieldSection } from '#engine/model/fields';

interface Grouped {
  /** What stands before all sections. */
  readonly first: readonly Field[];
  readonly groups: readonly { readonly section: FieldSection; readonly fields: readonly Field[] }[];
}

/** Fields by section, inside a section in the order of their table. One section alone needs no heading. */
export function groupFields(fields: readonly Field[]): Grouped {
  const groups = fieldSections.flatMap((section) => {
    const inside = fields.filter((field) => field.section === section);
    return inside.length === 0 ? [] : [{ section, fields: inside }];
  });
  const first = fields.filter((field) => field.section === undefined);
  return first.length === 0 && groups.length === 1 ? { first: fields, groups: [] } : { first, groups };
}
