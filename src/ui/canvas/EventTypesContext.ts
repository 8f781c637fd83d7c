import { createContext } from 'react';
import type { EventType } from '#engine/model/FlowDoc';

/** The event types by their index in the run, as they look now. */
export const EventTypesContext = createContext<readonly EventType[]>([]);
