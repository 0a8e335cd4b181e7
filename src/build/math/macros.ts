/** Macros that every formula may use, so that one idea looks the same on every page. */
export const macros: Record<string, string> = {
  '\\softmax': '\\operatorname{softmax}',
  '\\Attn': '\\operatorname{Attention}',
  '\\diag': '\\operatorname{diag}',
  '\\rowmax': '\\operatorname{rowmax}',
  '\\rowsum': '\\operatorname{rowsum}',
  '\\T': '^{\\top}',
  '\\R': '\\mathbb{R}',
  '\\E': '\\mathbb{E}',
  '\\norm': '\\lVert #1 \\rVert',
  '\\abs': '\\lvert #1 \\rvert',
  '\\unit': '\\,\\mathrm{#1}',
};
