import { useRef, useState } from 'preact/hooks';
import { text } from '#language/dictionary.ts';
import type { NumbersTable } from './lab.ts';

/** The numbers behind a figure. While folded they are left as they were, so that a moved slider redraws only what is seen. */
export function Numbers({ read }: { read(): NumbersTable }) {
  const [open, setOpen] = useState(false);
  const kept = useRef<NumbersTable | null>(null);
  if (open || !kept.current) kept.current = read();
  return (
    <details class="lab-numbers" onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>{text.labs.numbers}</summary>
      <Table {...kept.current} />
    </details>
  );
}

function Table({ columns, rows }: NumbersTable) {
  return (
    <div class="table-scroll" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name}>{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {row.map((cell, j) => (
                <td key={j}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
