import type { ReactNode } from 'react';
import type { Tone } from './notice.tsx';

interface TableProps {
  /** What the table shows; said by a screen reader before it is read. */
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly tone?: Tone | undefined;
    /** One for each column; the first names the row. */
    readonly cells: readonly ReactNode[];
  }[];
}

/** Numbers to compare; on a phone each row stands by itself, with the columns' names beside its cells. */
export const Table = ({ caption, columns, rows }: TableProps) => (
  <table className="table">
    <caption className="unseen">{caption}</caption>
    <thead>
      <tr>
        {columns.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(({ key, tone, cells: [first, ...cells] }) => (
        <tr key={key} data-tone={tone}>
          <th scope="row">{first}</th>
          {cells.map((cell, place) => (
            <td key={columns[place + 1]} data-column={columns[place + 1]}>
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
