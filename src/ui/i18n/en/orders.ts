/** English texts of the area "orders": all orders in which a bus can pass its events on. */
export const orders = {
  about:
    'The exact automaton of {name}: every order in which it can pass its events on, whatever the durations and whatever chance decides. Runs that end legally are its words.',
  find: 'Find every order',
  whole: 'All of them: {states} states, from {configurations} situations.',
  missing: 'Orders are missing. {reason}',
  tooLarge: 'There are too many orders for an automaton: let each source make fewer events.',
  nothing: 'No run of this flow ends legally, so there is no order to show.',
  changed: 'The flow has changed since: find them again to see what that did.',
  graphOf: 'Every order on {name}',
  legend: 'arrow: the event that comes next · double ring: all can be over here',

  protocols: 'Compared with the protocols of this bus',
  included: '{name} allows every order.',
  excluded: '{name} does not allow:',
  unknown: '{name}: not known, for orders are missing or there are too many.',
  unsound: '{name} says nothing yet that could be compared.',
  change: 'What the change did',
  same: 'The same orders as before.',
  added: 'Possible now, and not before:',
  gone: 'Not possible any more:',
  cut: 'There was more to compare than is compared.',
  cannotReplay: 'The runtime cannot make this run: the flow depends on times that exploring leaves out.',
} as const;
