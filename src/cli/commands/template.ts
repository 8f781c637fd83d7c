import { parseFlowText } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { jsonOption, type Command } from '../Command';
import { exitCodes } from '../exitCodes';
import type { Io } from '../Io';
import { readTemplate } from '../readFlow';
import { textTable } from '../textTable';

export const template: Command = {
  name: 'template',
  operands: ['', 'NAME'],
  counts: [0, 1],
  summary: 'list the shipped templates, or print one',
  options: [{ ...jsonOption, help: 'list as one JSON document' }],
  async perform(given, io) {
    if (given.operands.length === 1) {
      await io.output.write(await readTemplate(given.operand(0), io));
      return exitCodes.good;
    }
    const templates = await Promise.all((await io.listTemplates()).map((name) => describe(name, io)));
    const rows = templates.map(({ name, title, description }) => [name, title, firstSentence(description)]);
    const columns = [{ title: 'Name' }, { title: 'Title' }, { title: 'What it is' }];
    await io.output.write(
      given.hasFlag('json') ? `${JSON.stringify(templates, null, 2)}\n` : textTable(columns, rows),
    );
    return exitCodes.good;
  },
};

async function describe(name: string, io: Io) {
  const result = parseFlowText(await io.readTemplate(name), kinds);
  return {
    name,
    title: result.ok ? result.value.name : '',
    description: result.ok ? result.value.description : '',
  };
}

function firstSentence(text: string): string {
  return /^.*?[.?!:](?=\s|$)/s.exec(text)?.[0].replace(/:$/, '.').replaceAll(/\s+/g, ' ') ?? text;
}
