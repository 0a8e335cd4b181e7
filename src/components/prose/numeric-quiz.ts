/** `<numeric-quiz>`: compares the reader's number with the answer; the answer itself opens without script. */
class NumericQuiz extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form')!;
    form.hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.judge(form.querySelector('input')!.value, form.querySelector('output')!);
    });
  }

  private judge(typed: string, output: HTMLOutputElement): void {
    const value = Number(typed.replace(/[,，\s]/g, '').replace('。', '.'));
    const { answer, tolerance, correctWords, wrongWords, nanWords } = this.dataset;
    const given = typed.trim() !== '' && Number.isFinite(value);
    const correct = given && Math.abs(value - Number(answer)) <= Number(tolerance);
    output.dataset['correct'] = String(correct);
    output.textContent = (given ? (correct ? correctWords : wrongWords) : nanWords) ?? '';
    if (given)
      this.dispatchEvent(new CustomEvent('judged', { bubbles: true, detail: { given: typed, right: correct } }));
  }
}

customElements.define('numeric-quiz', NumericQuiz);
