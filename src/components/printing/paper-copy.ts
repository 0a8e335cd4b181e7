import { answersOf } from './answers.ts';
import { noteLinks } from './link-notes.ts';

/**
 * A page as it is handed out on paper: folded parts open, answers in an appendix at the end so that the questions can be
 * worked, and addresses of links as numbered notes. Afterwards the page is as it was.
 */
let undo: (() => void)[] = [];

addEventListener('beforeprint', () => {
  const text = document.querySelector('.paper-body') ?? document.querySelector('main')!;
  undo = [openDetails(), appendAnswers(text), noteLinks(text)];
});
addEventListener('afterprint', () => {
  for (const step of undo.toReversed()) step();
  undo = [];
});

function openDetails(): () => void {
  const folded = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
  for (const details of folded) details.open = true;
  return () => folded.forEach((details) => (details.open = false));
}

/** Print styles hide the answers in place while the page carries them at its end. */
function appendAnswers(text: Element): () => void {
  const questions = [...document.querySelectorAll<HTMLElement>('.quiz[id]')];
  if (questions.length === 0) return () => undefined;
  const appendix = answersOf(questions);
  text.append(appendix);
  document.body.classList.add('answers-apart');
  return () => {
    appendix.remove();
    document.body.classList.remove('answers-apart');
  };
}
