import type { Distribution } from '#engine/kernel/Distribution';
import type { Field } from '#engine/model/fields';
import type { Json } from '#engine/model/Json';

/** The settings of a store, as its field table promises them. */
export interface StoreSettings {
  /** How long one read or write takes; a store serves all of its callers at once. */
  readonly latency: Distribution;
  readonly initial: readonly { readonly key: string; readonly value: Json }[];
}

export const storeFields: readonly Field[] = [
  {
    id: 'latency',
    type: 'distribution',
    default: { law: 'constant', mean: 0 },
  },
  {
    id: 'initial',
    type: 'records',
    default: [],
    maxItems: 200,
    item: [
      { id: 'key', type: 'text', default: '', maxLength: 80 },
      { id: 'value', type: 'json', default: null, maxLength: 4000 },
    ],
  },
];
