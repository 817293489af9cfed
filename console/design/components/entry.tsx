import type { ReactNode } from 'react';
import type { Tone } from './notice.tsx';

interface EntriesProps<T> {
  readonly of: readonly T[];
  /** Said where there is nothing yet. */
  readonly none: string;
  /** One entry, with its own key. */
  readonly line: (item: T) => ReactNode;
}

/** What was decided or written down of one thing, the latest first. */
export const Entries = <T,>({ of, none, line }: EntriesProps<T>) =>
  of.length === 0 ? <p className="soft">{none}</p> : <ul className="entries">{of.map(line)}</ul>;

interface EntryProps {
  readonly title: ReactNode;
  /** How it stands. */
  readonly tags?: ReactNode;
  /** Who, and when. */
  readonly said?: string;
  readonly tone?: Tone;
  readonly children?: ReactNode;
}

/** One of them: what, how it stands, by whom and when, and what can be done with it. */
export const Entry = ({ title, tags, said, tone, children }: EntryProps) => (
  <li className="entry" data-tone={tone}>
    <div className="row">
      <strong>{title}</strong>
      {tags}
    </div>
    {said && <p className="soft small">{said}</p>}
    {children}
  </li>
);
