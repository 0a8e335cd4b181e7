import { emptyRecord, parseRecord, type PaperProgress, type ProgressRecord } from './record.ts';

/** Where the record is kept, on this device only. */
const KEY = 'reading-progress';

/** The record of this device; an empty one where there is none, or where storage is forbidden. */
export function loadRecord(): ProgressRecord {
  try {
    return parseRecord(localStorage.getItem(KEY) ?? '');
  } catch {
    return emptyRecord();
  }
}

/** Keeps the record. Returns whether the browser let us. */
export function saveRecord(record: ProgressRecord): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(record));
    return true;
  } catch {
    return false;
  }
}

/** Changes one paper's progress; the record is read anew, because other tabs may have written meanwhile. */
export function updatePaper(slug: string, change: (progress: PaperProgress) => PaperProgress): void {
  const record = loadRecord();
  saveRecord({ ...record, papers: { ...record.papers, [slug]: change(record.papers[slug] ?? {}) } });
}
