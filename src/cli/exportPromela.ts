import { ExploredGraph } from '#engine/analysis/explore/promela/ExploredGraph';
import { writePromela } from '#engine/analysis/explore/promela/writePromela';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { runningKinds } from '#kinds/runningKinds';
import { inputFailure } from './CliFailure';
import type { CommandArguments } from './CommandArguments';
import { driveCheck } from './driveCheck';
import { exitCodes, type ExitCode } from './exitCodes';
import { readExploreSettings } from './exploreOptions';
import type { Io } from './Io';

/** `explore FLOW --export promela`: everything that was explored, with no order left out, as a model for SPIN. */
export async function exportPromela(doc: FlowDoc, given: CommandArguments, io: Io): Promise<ExitCode> {
  const graph = new ExploredGraph(doc, runningKinds, { ...readExploreSettings(given), isReduced: false });
  const isDone = await driveCheck(graph, io);
  if (!isDone) return exitCodes.cancelled;
  if (graph.stopped !== null)
    throw inputFailure(
      'not-exhausted',
      'A model needs everything that there is to explore: let each source make fewer events, or raise --most.',
    );
  await io.output.write(writePromela(graph));
  return exitCodes.good;
}
