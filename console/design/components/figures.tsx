import { Link } from 'react-router';
import type { Tone } from './notice.tsx';

export interface Figure {
  readonly label: string;
  /** Absent as long as it is not known. */
  readonly count: number | string | undefined;
  readonly tone?: Tone;
  /** Where what was counted stands. */
  readonly to: string;
}

/** What there is to do, in numbers: each leads to what was counted. */
export const Figures = ({
  label,
  of,
}: {
  readonly label: string;
  readonly of: readonly Figure[];
}) => (
  <nav className="figures" aria-label={label}>
    {of.map(({ label: said, count, tone, to }) => (
      <Link key={to} className="figure" data-tone={tone} to={to}>
        <strong>{count ?? '…'}</strong>
        <span>{said}</span>
      </Link>
    ))}
  </nav>
);
