import type { FootnoteDefinition, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { problems } from '#corpus/problems.ts';
import type { Say } from './surroundings.ts';

/** Checks that every footnote called is defined, and every one defined is called. */
export function checkFootnotes(tree: Root, say: Say): void {
  const defined = new Map<string, FootnoteDefinition>();
  const called = new Set<string>();
  visit(tree, 'footnoteDefinition', (node) => void defined.set(node.identifier, node));
  visit(tree, 'footnoteReference', (node) => void called.add(node.identifier));
  visit(tree, 'text', (node) => {
    // Without a definition, GFM leaves the call in the text.
    for (const [, label] of node.value.matchAll(/\[\^([^\]\s]+)\]/g)) say(node, problems.footnote(label!, [...defined.keys()]));
  });
  for (const [label, node] of defined) if (!called.has(label)) say(node, problems.unusedFootnote(label));
}
