/** Table 3 of the paper: zero-shot accuracy in per cent on the tasks for which it prints both models. */
export const table3 = [
  { task: 'BoolQ', llama13B: 78.1, gpt3: 60.5 },
  { task: 'WinoGrande', llama13B: 73.0, gpt3: 70.2 },
  { task: 'ARC-e', llama13B: 74.8, gpt3: 68.8 },
  { task: 'ARC-c', llama13B: 52.7, gpt3: 51.4 },
  { task: 'HellaSwag', llama13B: 79.2, gpt3: 78.9 },
  { task: 'PIQA', llama13B: 80.1, gpt3: 81.0 },
  { task: 'OpenBookQA', llama13B: 56.4, gpt3: 57.6 },
] as const;

/** LLaMA-13B minus GPT-3, in points, from the greatest lead to the greatest deficit. */
export const leads = table3
  .map(({ task, llama13B, gpt3 }) => ({ task, lead: llama13B - gpt3 }))
  .sort((a, b) => b.lead - a.lead);

/** Tasks on which LLaMA-13B is ahead. */
export const wins = leads.filter(({ lead }) => lead > 0).length;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
export const meanLead = mean(leads.map(({ lead }) => lead));
export const meanLeadWithoutBoolQ = mean(leads.filter(({ task }) => task !== 'BoolQ').map(({ lead }) => lead));
