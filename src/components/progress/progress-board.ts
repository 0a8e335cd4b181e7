import { saveFile } from '../page/save-file.ts';
import { loadRecord, saveRecord } from './device.ts';
import { emptyRecord, mergeRecords, parseRecord, type PaperProgress, type ProgressRecord } from './record.ts';

/** The page of a reader's own progress: the table of all papers, and the record as a file to take along. */
const board = document.querySelector<HTMLElement>('.progress-board')!;
const words = JSON.parse(board.dataset['words']!) as Record<
  'reached' | 'answers' | 'imported' | 'bad' | 'confirm',
  string
>;
const output = board.querySelector('output')!;
/** Stands in a cell that has nothing to say. */
const NOTHING = '—';

show(loadRecord());
board.querySelector<HTMLElement>('.progress-tools')!.inert = false;
board
  .querySelector('[data-do="export"]')!
  .addEventListener('click', () =>
    saveFile(new Blob([JSON.stringify(loadRecord(), null, 2)], { type: 'application/json' }), 'reading-progress.json'),
  );
board.querySelector('[data-do="clear"]')!.addEventListener('click', () => {
  if (!confirm(words.confirm)) return;
  saveRecord(emptyRecord());
  show(emptyRecord());
});
board.querySelector<HTMLInputElement>('input[type="file"]')!.addEventListener('change', async ({ target }) => {
  const input = target as HTMLInputElement;
  output.textContent = await importFile(input.files?.[0]);
  input.value = '';
});

/** Adds the record of a file to this device's; says how it went. */
async function importFile(file: File | undefined): Promise<string> {
  if (!file) return '';
  try {
    const merged = mergeRecords(loadRecord(), parseRecord(await file.text()));
    saveRecord(merged);
    show(merged);
    return words.imported;
  } catch {
    return words.bad;
  }
}

function show({ papers }: ProgressRecord): void {
  for (const row of board.querySelectorAll<HTMLElement>('[data-slug]')) fill(row, papers[row.dataset['slug']!] ?? {});
}

function fill(row: HTMLElement, { read, reached, answers = {} }: PaperProgress): void {
  const cell = (name: string) => row.querySelector(`[data-cell="${name}"]`)!;
  const given = Object.values(answers);
  const right = given.filter((answer) => answer.right).length;
  cell('read').textContent = read ?? NOTHING;
  cell('answers').textContent =
    given.length === 0
      ? NOTHING
      : words.answers.replace('{right}', String(right)).replace('{given}', String(given.length));
  cell('reached').replaceChildren(reached ? placeLink(row, reached) : NOTHING);
}

function placeLink(row: HTMLElement, { section, share }: NonNullable<PaperProgress['reached']>): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = `${row.querySelector('a')!.href}#${section}`;
  link.textContent = words.reached.replace('{percent}', String(Math.round(100 * share)));
  return link;
}
