import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { problems } from '#corpus/problems.ts';
import { hasAttribute, isJsx, stringAttribute, type JsxElement } from '../markdown/jsx.ts';
import type { Say } from './surroundings.ts';

/** Checks that every question has choices with one right answer, and every choice a question. */
export function checkQuizzes(tree: Root, say: Say): void {
  const asked = new Set<JsxElement>();
  const found = all(tree, 'Quiz', 'Choice');
  for (const quiz of found.filter((node) => node.name === 'Quiz')) {
    const choices = all(quiz, 'Choice');
    choices.forEach((choice) => asked.add(choice));
    const correct = choices.filter((choice) => hasAttribute(choice, 'correct')).length;
    if (choices.length < 2 || correct !== 1)
      say(quiz, problems.quizChoices(stringAttribute(quiz, 'id') ?? '', choices.length, correct));
  }
  for (const choice of found) if (choice.name === 'Choice' && !asked.has(choice)) say(choice, problems.strayChoice());
}

function all(tree: Root | JsxElement, ...names: string[]): JsxElement[] {
  const found: JsxElement[] = [];
  visit(tree, (node) => {
    if (isJsx(node, ...names)) found.push(node);
  });
  return found;
}
