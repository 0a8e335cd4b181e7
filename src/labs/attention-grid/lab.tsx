import { fixed, formatNumber, formatPercent } from '#draw/format.ts';
import { defineLab } from '../frame/lab.ts';
import { run } from '#figures/attention-is-all-you-need/one-head.ts';
import { words } from '#figures/attention-is-all-you-need/words.zh.ts';
import { favourites } from './model.ts';
import { headNames, text } from './text.zh.ts';
import { View } from './View.tsx';

const fields = {
  stage: {
    kind: 'steps',
    label: text.fields.stage,
    initial: text.stages.length - 1,
    pace: 1200,
    format: (step: number) => text.stages[step] ?? '',
  },
  query: {
    kind: 'choice',
    label: text.fields.query,
    colour: 'q',
    symbol: 'q',
    options: Object.fromEntries(words.entries()),
    initial: String(words.indexOf('它')),
  },
  head: { kind: 'choice', label: text.fields.head, options: headNames, initial: 'reference' },
  causal: { kind: 'switch', label: text.fields.causal, initial: false },
  positions: { kind: 'switch', label: text.fields.positions, initial: true },
} as const;

/** Equation (1) of "Attention Is All You Need" on a sentence, cell by cell. */
export default defineLab({
  id: 'attention-grid',
  paper: 'attention-is-all-you-need',
  title: text.title,
  takeaway: text.takeaway,
  simplified: text.simplified,
  fields,
  compute: run,
  last: () => text.stages.length - 1,
  View: ({ state, result, set }) => (
    <View run={result} query={Number(state.query)} stage={state.stage} onQuery={(row) => set({ query: String(row) })} />
  ),
  summary: (state, result) => {
    const row = Number(state.query);
    const { keys, weight } = favourites(result, row);
    return text.summary({
      word: words[row]!,
      head: headNames[state.head],
      key: words[keys[0]!]!,
      ties: keys.length,
      score: formatNumber(result.scores.at(row, keys[0]!), 3),
      weight: formatPercent(weight),
      output: result.output.row(row).map(fixed(2)).join('，'),
    });
  },
  numbers: ({ query }, { scores, scaled, masked, weights }) => ({
    columns: text.columns,
    rows: words.map((word, j) => [
      word,
      ...[scores, scaled, masked, weights].map((matrix) => formatNumber(matrix.at(Number(query), j))),
    ]),
  }),
  presets: [
    { label: text.presets.causal, state: { causal: true } },
    { label: text.presets.previous, state: { head: 'previous', query: String(words.indexOf('喝')) } },
    {
      label: text.presets.orderless,
      state: { head: 'previous', query: String(words.indexOf('喝')), positions: false },
    },
  ],
});
