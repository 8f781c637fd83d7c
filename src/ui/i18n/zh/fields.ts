import type { fields as en } from '../en/fields';
import { busFields } from './fields/busFields';
import { handlerFields } from './fields/handlerFields';
import { othersFields } from './fields/othersFields';
import { protocolFields } from './fields/protocolFields';
import { publisherFields } from './fields/publisherFields';

/** Simplified Chinese texts of the area "fields": the compiler asks for every key of the English ones. */
export const fields: Record<keyof typeof en, string> = {
  ...publisherFields,
  ...busFields,
  ...handlerFields,
  ...protocolFields,
  ...othersFields,
};
