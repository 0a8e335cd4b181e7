import type { z } from 'astro/zod';
import { problems, type LocatedProblem, type Problem } from '#corpus/problems.ts';
import type { Yaml } from './read-files.ts';

type Issue = z.core.$ZodIssue;

/** Checks YAML data against a schema: every unknown, missing or malformed key, each with its line. */
export function checkData(
  yaml: Yaml,
  schema: z.ZodType,
  file: string,
  at: readonly PropertyKey[] = [],
): LocatedProblem[] {
  const value = at.reduce<unknown>((data, key) => (data as Record<PropertyKey, unknown> | undefined)?.[key], yaml.data);
  const result = schema.safeParse(value);
  if (result.success) return [];
  return result.error.issues
    .flatMap((issue) => explain(issue, schema, value))
    .map(({ problem, path }) => ({
      ...problem,
      file,
      line: yaml.lineOf([...at, ...path]),
    }));
}

interface Found {
  problem: Problem;
  path: PropertyKey[];
}

function explain(issue: Issue, schema: z.ZodType, value: unknown): Found[] {
  const name = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) => ({ problem: problems.unknownKey(key, known), path: [...issue.path, key] }));
  }
  if (issue.code === 'invalid_union') {
    // Report the alternative that came closest, not all of them.
    const best = issue.errors.toSorted((a, b) => a.length - b.length)[0] ?? [];
    return best.flatMap((inner) => explain({ ...inner, path: [...issue.path, ...inner.path] } as Issue, schema, value));
  }
  if (issue.code === 'invalid_type' && valueAt(value, issue.path) === undefined) {
    return [{ problem: problems.missingKey(name), path: issue.path }];
  }
  return [{ problem: problems.invalidValue(name || 'value', issue.message), path: issue.path }];
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((data, key) => (data as Record<PropertyKey, unknown> | undefined)?.[key], value);
}

/** The keys that the schema knows at `path`, through arrays, defaults and optionals. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let node: unknown = schema;
  for (const key of [...path, undefined]) {
    node = unwrap(node);
    if (key === undefined) break;
    const inner = node as { shape?: Record<PropertyKey, unknown>; element?: unknown; options?: unknown[] };
    node = inner.shape?.[key] ?? inner.element ?? inner.options?.[0];
  }
  return Object.keys((node as { shape?: object } | undefined)?.shape ?? {});
}

function unwrap(node: unknown): unknown {
  let at = node as { def?: { innerType?: unknown } } | undefined;
  while (at?.def?.innerType !== undefined) at = at.def.innerType as typeof at;
  return at;
}
