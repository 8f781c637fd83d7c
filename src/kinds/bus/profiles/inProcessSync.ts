import type { Profile } from './Profile';

/**
 * An event bus inside one program that calls its subscribers on the caller's thread (Guava EventBus, Spring's
 * ApplicationEventPublisher, MediatR).
 */
export const inProcessSync: Profile = {
  id: 'inProcessSync',
  settings: {
    delivery: 'sync',
  },
};
