import { evenLine } from './evenLine';
import { generalService } from './generalService';
import { infiniteServers } from './infiniteServers';
import { lossLine } from './lossLine';
import { markovLine } from './markovLine';
import { noWork } from './noWork';
import { otherArrivals } from './otherArrivals';
import { priorities } from './priorities';
import type { StationModel } from './StationModel';
import { twoMoments } from './twoMoments';

/** Every theory of a waiting line, the surest first: the first that fits says what a station comes to. */
export const stationModels: readonly StationModel[] = [
  noWork,
  infiniteServers,
  priorities,
  markovLine,
  lossLine,
  generalService,
  evenLine,
  otherArrivals,
  twoMoments,
];
