import type { FootnoteDefinition, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { problems } from '#corpus/problems.ts';
import type { Say } from './surroundings.ts';

/** Checks that every footnote called is defined, and every one defined is called. */
export function checkFootnotes(tree: Root, say: Say): void {
  const defined = new Map<string, FootnoteDefinition>();
  const called = new Set<string>();
  const undefinedCalls: { node: Text; label: string }[] = [];
  visit(tree, (node) => {
    if (node.type === 'footnoteDefinition') defined.set(node.identifier, node);
    else if (node.type === 'footnoteReference') called.add(node.identifier);
    // Without a definition, GFM leaves the call in the text.
    else if (node.type === 'text')
      for (const [, label] of node.value.matchAll(/\[\^([^\]\s]+)\]/g)) undefinedCalls.push({ node, label: label! });
  });
  for (const { node, label } of undefinedCalls) say(node, problems.footnote(label, [...defined.keys()]));
  for (const [label, node] of defined) if (!called.has(label)) say(node, problems.unusedFootnote(label));
}
