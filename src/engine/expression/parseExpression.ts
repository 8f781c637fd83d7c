import { Environment, ParseError, type ASTNode } from '@marcbachmann/cel-js';
import { expressionLimits } from './expressionLimits';
import { expressionProblem, type ExpressionProblem } from './expressionProblem';
import type { Place } from './Frame';

export type Tree = ASTNode;

/*
 * Only the library's grammar is used: it reads the text of the Common Expression Language and answers with a tree
 * in which every part knows its place. What the parts mean for JSON data is decided beside this file.
 */
const environment = new Environment({
  unlistedVariablesAreDyn: true,
  limits: { maxAstNodes: expressionLimits.nodes, maxDepth: expressionLimits.depth },
});

/**
 * The tree of an expression, or what is wrong with its text. Spaces before the text count for its places, not for
 * its length.
 */
export function parseExpression(text: string): Tree | ExpressionProblem {
  const max = expressionLimits.textLength;
  if (text.trimStart().length > max)
    return expressionProblem('expression-too-long', { start: text.length - 1, end: text.length }, { max });
  try {
    return environment.parse(text).ast;
  } catch (error) {
    return problemOf(error, text);
  }
}

function problemOf(error: unknown, text: string): ExpressionProblem {
  const whole = { start: 0, end: text.length };
  // Anything but an error of the grammar means that the text is nested beyond what the machine takes.
  if (!(error instanceof ParseError)) return expressionProblem('expression-too-large', whole);
  const place = error.range ?? whole;
  if (error.code === 'limit_exceeded') return expressionProblem('expression-too-large', place);
  if (/escape|unterminated|newline|surrogate/.test(error.code)) {
    return expressionProblem('expression-text', place);
  }
  const found = text.slice(place.start, Math.max(place.end, place.start + 1));
  return found.trim() === ''
    ? expressionProblem('expression-unfinished', { start: text.trimEnd().length, end: text.length })
    : expressionProblem(isOneEquals(text, place) ? 'expression-equals' : 'expression-unexpected', place, {
        found,
      });
}

/** A single `=`, where `==` was meant: whichever of its neighbours the grammar complains of. */
function isOneEquals(text: string, { start }: Place): boolean {
  return /(?<![=!<>])=(?!=)/.test(text.slice(Math.max(0, start - 1), start + 2));
}
