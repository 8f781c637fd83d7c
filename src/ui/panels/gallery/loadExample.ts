import type { FlowDoc } from '#engine/model/FlowDoc';
import { parseFlowText } from '#engine/model/parseFlow';
import { createProblem } from '#engine/model/createProblem';
import type { Result } from '#engine/model/Problem';
import { kinds } from '#kinds/index';
import type { Example } from './Example';

/** Fetches and checks an example of this site. Never rejects. */
export async function loadExample({ file }: Example): Promise<Result<FlowDoc>> {
  try {
    const answer = await fetch(`${import.meta.env.BASE_URL}examples/${file}`);
    if (answer.ok) return parseFlowText(await answer.text(), kinds);
  } catch {
    // The page is open without its server: what follows says so.
  }
  return { ok: false, problems: [createProblem('unreadable', [])] };
}
