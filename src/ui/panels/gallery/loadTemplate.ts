import { createProblem } from '#engine/model/createProblem';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Result } from '#engine/model/Problem';
import { kinds } from '#kinds/index';

/** Fetches and checks a template of this site. Never rejects. */
export async function loadTemplate(id: string): Promise<Result<FlowDoc>> {
  try {
    const [answer, { parseFlowText }] = await Promise.all([
      fetch(`${import.meta.env.BASE_URL}examples/${id}.flow.json`),
      import('#engine/model/parseFlow'),
    ]);
    if (answer.ok) return parseFlowText(await answer.text(), kinds);
  } catch {
    // The page is open without its server: what follows says so.
  }
  return { ok: false, problems: [createProblem('unreadable', [])] };
}
