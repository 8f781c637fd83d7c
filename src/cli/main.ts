import { createNodeIo } from './nodeIo';
import { exitCodes } from './exitCodes';
import { runCli } from './runCli';

try {
  process.exitCode = await runCli(process.argv.slice(2), createNodeIo());
} catch (error) {
  process.stderr.write(`This is a bug in busbar: ${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = exitCodes.bug;
}
