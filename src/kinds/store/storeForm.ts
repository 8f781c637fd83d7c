import type { StateForm } from '#engine/model/StateForm';

/** What of the state of a store decides what it does next: see `StateForm`. */
export const storeForm: StateForm = {
  statistics: ['recent', 'reads', 'writes', 'lost'],
  innerStatistics: [],
  orders: [],
  opaque: ['values'],
  readsClock: () => false,
  readsKeys: () => false,
  values: (state) => {
    // Only states of stores come here, which keep their values so.
    const { values } = state as { readonly values: Readonly<Record<string, unknown>> };
    return Object.fromEntries(Object.entries(values).map(([key, value]) => [key.slice(1), value]));
  },
};
