import type { ReactNode } from 'react';

interface FoldProps {
  readonly title: string;
  /** Said beside the title: what is in it, without opening it. */
  readonly aside?: string;
  readonly children: ReactNode;
}

/** What most need not see: opens at a press, and says before what is in it. */
export const Fold = ({ title, aside, children }: FoldProps) => (
  <details className="fold">
    <summary>
      {title} {aside && <span className="soft small">{aside}</span>}
    </summary>
    <div className="stack">{children}</div>
  </details>
);
