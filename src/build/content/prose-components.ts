/** What an author may write on a component. */
export interface ComponentUse {
  required: readonly string[];
  optional?: readonly string[];
  /** Attributes that are numbers, so `answer={16.6}`, not `answer="16.6"`. */
  numeric?: readonly string[];
}

/** The components that MDX may use without importing them: components/prose/index.ts gives each its implementation. */
export const PROSE_COMPONENTS: Readonly<Record<string, ComponentUse>> = {
  Aside: { required: [] },
  Caption: { required: [] },
  Choice: { required: ['answer'], optional: ['correct'] },
  Cite: { required: ['paper'] },
  Derivation: { required: ['title'], optional: ['id'] },
  Discussion: { required: [] },
  Figure: { required: ['id', 'alt'], optional: ['wide'] },
  Guess: { required: ['id', 'question'] },
  Lab: { required: ['id'] },
  NumericQuiz: {
    required: ['id', 'question', 'answer', 'tolerance'],
    optional: ['unit'],
    numeric: ['answer', 'tolerance'],
  },
  Quiz: { required: ['id'], optional: ['question'] },
  Result: { required: ['where', 'paper'], optional: ['ours', 'doubtful'] },
  Results: { required: [] },
  Source: { required: ['file', 'region'] },
  Table: { required: ['id'], optional: ['wide'] },
  Term: { required: ['id'] },
  Where: { required: [] },
};

/** Attributes in whose words formulas stand between dollar signs, as in the text. */
export const ATTRIBUTES_WITH_MATH: readonly string[] = ['answer', 'question', 'title', 'unit'];
