import type { Root } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { grammar } from '../markdown/grammar.ts';

const parser = unified().use(remarkParse).use(remarkMdx).use(grammar);

export type ParsedBody = { tree: Root; error?: never } | { tree?: never; error: { message: string; line: number } };

/** An MDX body as a Markdown tree, or the first syntax error. Lines count from the body's first. */
export function parseBody(body: string): ParsedBody {
  try {
    return { tree: parser.parse(body) as Root };
  } catch (thrown) {
    const error = thrown as {
      reason?: string;
      message: string;
      line?: number;
      place?: { line?: number; start?: { line: number } };
    };
    const line = error.line ?? error.place?.line ?? error.place?.start?.line ?? 1;
    return { error: { message: error.reason ?? error.message, line } };
  }
}
