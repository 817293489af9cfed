import { type ReactNode, useId } from 'react';

interface CardProps {
  readonly title: string;
  /** Beside the title: a state, a way to more. */
  readonly aside?: ReactNode;
  readonly children?: ReactNode;
}

/** A part of a page, found by its title. */
export function Card({ title, aside, children }: CardProps) {
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <div className="row">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
