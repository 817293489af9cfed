import { ProblemError } from '../../shared/contract/client.ts';

/** Every rule that stood in the way, in words: the hub names them all. */
export function Hindrances({ of }: { readonly of: Error | null }) {
  const errors = of instanceof ProblemError ? (of.problem.errors ?? []) : [];
  const said = errors.filter(({ label }) => label);
  if (said.length === 0) return null;
  return (
    <ul className="error">
      {said.map(({ code, label }) => (
        <li key={code}>{label}</li>
      ))}
    </ul>
  );
}
