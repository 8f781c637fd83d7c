import { predictFlow } from '#engine/analysis/predict/predictFlow';
import { simulateFigures } from '#engine/analysis/predict/simulateFigures';
import { withRuns } from '#engine/analysis/predict/withRuns';
import { judgedKinds } from '#kinds/judgedKinds';
import { runningKinds } from '#kinds/runningKinds';
import { jsonOption, type Command } from '../Command';
import { driveTask } from '../driveTask';
import { exitCodes } from '../exitCodes';
import { readRunSettings, simulationOptions } from '../predictOptions';
import { assumptionText, predictionText } from '../predictionText';
import { readFlow } from '../readFlow';
import { runOptions, turnedRun } from '../runOptions';

export const predict: Command = {
  name: 'predict',
  operands: ['FLOW'],
  counts: [1],
  summary: 'tell what a flow comes to in the long run, by theory, beside runs',
  options: [...runOptions, ...simulationOptions, jsonOption],
  async perform(given, io) {
    const isJson = given.hasFlag('json');
    const doc = turnedRun(await readFlow(given.operand(0), io, isJson), given);
    const theory = predictFlow(doc, judgedKinds, runningKinds);
    const settings = readRunSettings(given);
    const runs =
      settings === null ? { value: [] } : await driveTask(simulateFigures(doc, runningKinds, settings), io);
    const simulated = runs?.value ?? [];
    const prediction = withRuns(theory, simulated);
    const told = (list: (typeof prediction)['assumptions']) => list.map((one) => assumptionText(one, doc));
    const stations = prediction.stations.map(({ assumptions, missing, ...station }) => ({
      ...station,
      assumptions: told(assumptions),
      missing: told(missing),
    }));
    await io.output.write(
      isJson
        ? `${JSON.stringify({ ...prediction, stations, assumptions: told(prediction.assumptions), simulated }, null, 2)}\n`
        : predictionText(prediction, simulated, doc),
    );
    if (runs === null) return exitCodes.cancelled;
    // Whoever asks in a script wants to know whether everything keeps up.
    return prediction.stations.some(({ isEndless }) => isEndless) ? exitCodes.no : exitCodes.good;
  },
};
