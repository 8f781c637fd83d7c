import { createObservePort } from '#worker/observe/createObservePort';
import { ObserveClient } from '#worker/observe/ObserveClient';

/** Watches the runs of the page and infers automata, in one worker for all who ask. */
export const observeClient = new ObserveClient(createObservePort);
