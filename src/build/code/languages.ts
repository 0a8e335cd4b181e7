/** Languages that listings may be in, by the names that authors write after the fence; `text` is set as it is. */
export const LANGUAGES = [
  'ts',
  'tsx',
  'js',
  'python',
  'cpp',
  'json',
  'yaml',
  'bash',
  'bibtex',
  'diff',
  'mdx',
  'html',
  'markdown',
  'latex',
] as const;
export const FENCE_LANGUAGES: readonly string[] = ['text', ...LANGUAGES];
