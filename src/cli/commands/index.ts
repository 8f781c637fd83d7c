import type { Command } from '../Command';
import { automaton } from './automaton';
import { check } from './check';
import { compare } from './compare';
import { convert } from './convert';
import { explore } from './explore';
import { hash } from './hash';
import { lint } from './lint';
import { match } from './match';
import { optimise } from './optimise';
import { predict } from './predict';
import { run } from './run';
import { statechart } from './statechart';
import { sweep } from './sweep';
import { template } from './template';
import { validate } from './validate';

/** Everything the program can be asked for, in the order of its help. */
export const commands: readonly Command[] = [
  run,
  validate,
  check,
  explore,
  lint,
  compare,
  predict,
  optimise,
  sweep,
  match,
  convert,
  hash,
  template,
  automaton,
  statechart,
];
