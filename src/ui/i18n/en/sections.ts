/** English texts of the area "sections": the sections of a form, and what the form itself says. */
export const sections = {
  what: 'Events',
  queue: 'Queue',
  guarantee: 'Delivery guarantee',
  flow: 'Pace and limits',
  work: 'Work',
  failure: 'Failures',
  protection: 'Protection',
  wire: 'On the wire',
  set: '{n} set',
  'set.list': 'Not as usual: {labels}',
  find: 'Find a setting',
  'find.none': 'No setting is called “{query}”.',
} as const;
