import { loadRecord, updatePaper } from './device.ts';
import type { PaperProgress } from './record.ts';

/** On a paper's page: the button that marks it as read, the place reached, and the answers to its questions. */
const slug = document.querySelector<HTMLElement>('[data-paper]')?.dataset['paper'];
if (slug !== undefined) keepProgress(slug);

function keepProgress(slug: string): void {
  const progress = loadRecord().papers[slug] ?? {};
  offerMark(slug, progress);
  restoreAnswers(progress);
  keepAnswers(slug);
  keepPlace(slug);
}

function offerMark(slug: string, { read }: PaperProgress): void {
  const button = document.querySelector<HTMLButtonElement>('.mark-read button');
  if (!button) return;
  const show = (isRead: boolean) => button.setAttribute('aria-pressed', String(isRead));
  show(read !== undefined);
  button.closest<HTMLElement>('.mark-read')!.hidden = false;
  button.addEventListener('click', () => {
    const isRead = button.getAttribute('aria-pressed') !== 'true';
    show(isRead);
    updatePaper(slug, (old) => {
      const next = { ...old };
      if (isRead) next.read = today();
      else delete next.read;
      return next;
    });
  });
}

/** The day by the reader's own clock. */
const today = () => new Date().toLocaleDateString('sv-SE');

function restoreAnswers({ answers = {} }: PaperProgress): void {
  for (const [id, { given }] of Object.entries(answers)) {
    const question = document.getElementById(id);
    const choice = question?.querySelector<HTMLInputElement>(`input[value="${CSS.escape(given)}"]`);
    const number = question?.querySelector<HTMLInputElement>('.numeric input');
    if (choice) choice.checked = true;
    else if (number) {
      number.value = given;
      number.form!.requestSubmit();
    }
  }
}

function keepAnswers(slug: string): void {
  const keep = (question: Element, given: string, right: boolean) =>
    updatePaper(slug, (old) => ({ ...old, answers: { ...old.answers, [question.id]: { given, right } } }));
  document.addEventListener('change', ({ target }) => {
    const choice = target instanceof Element ? target.closest<HTMLInputElement>('.choice input') : null;
    if (choice) keep(choice.closest('.quiz')!, choice.value, choice.closest('[data-correct]') !== null);
  });
  document.addEventListener('judged', ({ target, detail }) => {
    keep(target as Element, detail.given, detail.right);
  });
}

/** The farthest of the page's sections whose heading was on the screen. */
function keepPlace(slug: string): void {
  const sections = [...document.querySelectorAll('.prose h2[id]:not(#footnote-label)')];
  const seen = new IntersectionObserver((entries) => {
    const at = Math.max(-1, ...entries.filter((e) => e.isIntersecting).map((e) => sections.indexOf(e.target)));
    if (at < 0) return;
    const reached = { section: sections[at]!.id, share: (at + 1) / sections.length };
    updatePaper(slug, (old) => ((old.reached?.share ?? 0) >= reached.share ? old : { ...old, reached }));
  });
  for (const section of sections) seen.observe(section);
}

declare global {
  interface DocumentEventMap {
    /** A numeric question judged what the reader typed. */
    judged: CustomEvent<{ given: string; right: boolean }>;
  }
}
