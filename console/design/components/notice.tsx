import type { ReactNode } from 'react';

export type Tone = 'plain' | 'good' | 'warn' | 'danger';

interface NoticeProps {
  readonly tone?: Tone;
  readonly title?: string;
  /** Said at once by a screen reader: for what happened just now. */
  readonly live?: boolean;
  readonly children?: ReactNode;
}

/** Something to know before going on. */
export const Notice = ({ tone = 'plain', title, live, children }: NoticeProps) => (
  <div className="notice" data-tone={tone} role={live ? 'alert' : undefined}>
    {title && <strong>{title}</strong>}
    {children}
  </div>
);

/** A state in a word or two. */
export const Tag = ({ tone = 'plain', children }: Pick<NoticeProps, 'tone' | 'children'>) => (
  <span className="tag" data-tone={tone}>
    {children}
  </span>
);
