import { Link } from 'react-router';

interface Part {
  readonly to: string;
  readonly label: string;
  readonly current: boolean;
}

interface PartsProps {
  /** What the parts are parts of, for whoever does not see them. */
  readonly label: string;
  readonly parts: readonly Part[];
}

/** The pages that belong to one thing, beside each other: where one is, and where else to go. */
export const Parts = ({ label, parts }: PartsProps) => (
  <nav aria-label={label} className="parts no-print">
    <ul className="tabs">
      {parts.map(({ to, label: name, current }) => (
        <li key={to}>
          <Link to={to} aria-current={current ? 'page' : undefined}>
            {name}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);
