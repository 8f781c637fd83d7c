import { fieldSections, type Field, type FieldSection } from '#engine/model/fields';

interface Grouped {
  /** What stands before all sections. */
  readonly first: readonly Field[];
  readonly groups: readonly { readonly section: FieldSection; readonly fields: readonly Field[] }[];
}

/** Fields by section, inside a section in the order of their table, but after the field that they name. One section alone needs no heading. */
export function groupFields(fields: readonly Field[]): Grouped {
  const groups = fieldSections.flatMap((section) => {
    const inside = inOrder(fields.filter((field) => field.section === section));
    return inside.length === 0 ? [] : [{ section, fields: inside }];
  });
  const first = fields.filter((field) => field.section === undefined);
  return first.length === 0 && groups.length === 1
    ? { first: inOrder(fields), groups: [] }
    : { first, groups };
}

function inOrder(fields: readonly Field[]): readonly Field[] {
  const leading = fields.filter(({ after }) => after === undefined);
  const ordered = [...leading];
  const placeAfter = (id: string) => {
    const followers = fields.filter(({ after }) => after === id);
    ordered.splice(ordered.findIndex((field) => field.id === id) + 1, 0, ...followers);
    for (const follower of followers) placeAfter(follower.id);
  };
  for (const { id } of leading) placeAfter(id);
  return [...ordered, ...fields.filter((field) => !ordered.includes(field))];
}
