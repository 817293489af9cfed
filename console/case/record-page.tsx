import { Conflicts } from './conflicts.tsx';
import { Moves } from './moves.tsx';
import { Proceedings } from './proceedings.tsx';
import { Retention } from './retention.tsx';
import { SameChild } from './same-child.tsx';
import { Seals } from './seals.tsx';
import { useCase } from './use-case.ts';

/** What the record itself is about: which child, who may work on it, what is closed, when it ends. */
export function CaseRecord() {
  const { may } = useCase();
  const own = may('conflict.declare-own') || may('conflict.declare') || may('conflict.read');
  return (
    <>
      {may('case.read') && <SameChild />}
      {may('case.read') && <Moves />}
      {own && <Conflicts />}
      {may('seal.read') && <Seals />}
      {may('proceedings.end') && <Proceedings />}
      {may('retention.read') && <Retention />}
    </>
  );
}
