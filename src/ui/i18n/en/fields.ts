import { busFields } from './fields/busFields';
import { handlerFields } from './fields/handlerFields';
import { othersFields } from './fields/othersFields';
import { protocolFields } from './fields/protocolFields';
import { publisherFields } from './fields/publisherFields';

/**
 * English texts of the area "fields": `<owner>.<field>` is a label, `….help` its explanation,
 * `….<option>` an option, and `….<item>` the label of a field inside a list of records.
 */
export const fields = {
  ...publisherFields,
  ...busFields,
  ...handlerFields,
  ...protocolFields,
  ...othersFields,
} as const;
