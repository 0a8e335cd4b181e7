/** The appendix with the answer to every question, each under the question's words. */
export function answersOf(questions: readonly HTMLElement[]): HTMLElement {
  const appendix = document.createElement('section');
  appendix.className = 'prose print-appendix';
  const heading = document.createElement('h2');
  heading.textContent = document.body.dataset['answers'] ?? '';
  appendix.append(heading, ...questions.flatMap(answer));
  return appendix;
}

function answer(question: HTMLElement): HTMLElement[] {
  const title = document.createElement('p');
  title.className = 'print-question';
  title.append(...copies(question.querySelector('legend, p')));
  const choices = [...question.querySelectorAll<HTMLElement>('.choice')].map(choice);
  const folded = [...question.querySelectorAll('details > :not(summary)')].map(copy);
  return [title, ...choices, ...folded];
}

/** A choice's words, its verdict and why, in one paragraph. */
function choice(element: HTMLElement): HTMLElement {
  const line = document.createElement('div');
  line.className = 'print-choice';
  line.append(
    ...copies(element.querySelector('label > span')),
    ' ',
    ...copies(element.querySelector('.choice-feedback')),
  );
  return line;
}

const copies = (element: Element | null) => [...(element?.childNodes ?? [])].map((node) => node.cloneNode(true));

/** An element once more, without ids: they stay unique on the page. */
function copy(element: Element): HTMLElement {
  const made = element.cloneNode(true) as HTMLElement;
  for (const named of [made, ...made.querySelectorAll('[id]')]) named.removeAttribute('id');
  return made;
}
