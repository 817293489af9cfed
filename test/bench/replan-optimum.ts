import highs from 'highs';
import type { Candidate, Mask, Window } from '../../shared/domain/scheduling/question.ts';
import type { Visit } from '../../shared/domain/scheduling/replan.ts';

/** Its types describe a CommonJS module, though what is imported is the loader itself. */
const loadHighs = highs as unknown as typeof highs.default;

/** A choice of the solver: a visit at a start, or somebody for a role of it. */
interface Choice {
  readonly name: string;
  readonly start: number;
}

const isFree = (mask: Mask, cell: number): boolean =>
  cell >= 0 && (((mask[cell >>> 5] ?? 0) >>> (cell & 31)) & 1) === 1;

const cellsOf = (start: number, { offset, cells }: Window): number[] =>
  Array.from({ length: cells }, (_, i) => start + offset + i);

const fits = (mask: Mask, windows: readonly Window[], start: number): boolean =>
  windows.every((window) => cellsOf(start, window).every((cell) => isFree(mask, cell)));

/** The plan as a whole-number program: rows are joined as text, in the LP format of the solver. */
class Program {
  readonly #costs: string[] = [];
  readonly #rows: string[] = [];
  readonly #choices: string[] = [];
  /** By what and cell: whoever would take one of it then, and how many there are. */
  readonly #taken = new Map<string, { readonly names: Set<string>; readonly most: number }>();

  choice(name: string, cost: number): void {
    this.#choices.push(name);
    if (cost > 0) this.#costs.push(`${cost} ${name}`);
  }

  exactlyOne(names: readonly string[]): void {
    this.#rows.push(`${names.join(' + ')} = 1`);
  }

  /** The start is chosen exactly when one of these is. */
  follows(name: string, names: readonly string[]): void {
    this.#rows.push(`${[...names, ''].join(' + ').slice(0, -3)} - ${name} = 0`);
  }

  takes(what: readonly string[], cell: number, name: string): void {
    const key = `${what.join()} ${cell}`;
    const known = this.#taken.get(key);
    if (known) known.names.add(name);
    else this.#taken.set(key, { names: new Set([name]), most: what.length });
  }

  text(): string {
    // Cells that the same choices want are one row.
    const limits = new Set(
      [...this.#taken.values()]
        .filter(({ names, most }) => names.size > most)
        .map(({ names, most }) => `${[...names].join(' + ')} <= ${most}`),
    );
    const rows = [...this.#rows, ...limits].map((row, i) => ` r${i}: ${row}`);
    return `Minimize\n o: ${this.#costs.join(' + ')}\nSubject To\n${rows.join('\n')}\nBinary\n ${this.#choices.join('\n ')}\nEnd\n`;
  }
}

function addVisit(program: Program, visit: Visit, v: number): void {
  const { question, zones } = visit;
  const { horizon, rules, roles } = question;
  const starts: Choice[] = [];
  for (let start = question.notBefore - horizon.from; start < horizon.cells; start++) {
    if (!rules.every(({ free, window }) => fits(free, [window], start))) continue;
    const open = roles.map(({ windows, candidates }) =>
      candidates.filter(({ free }) => fits(free, windows, start)),
    );
    if (open.some((candidates) => candidates.length === 0)) continue;
    const choice = { name: `x${v}_${start}`, start };
    starts.push(choice);
    program.choice(choice.name, start);
    for (const [r, candidates] of open.entries())
      addRole(program, choice, `${v}_${start}_${r}`, roles[r]?.windows ?? [], candidates);
    for (const { zone, window } of zones)
      for (const cell of cellsOf(start, window)) program.takes([zone], cell, choice.name);
  }
  program.exactlyOne(starts.map(({ name }) => name));
}

/**
 * Candidates with the same diary are as good as one another: so many at a time is all that counts,
 * for times that do not overlap can always be dealt out among them. Different diaries need a choice.
 */
function addRole(
  program: Program,
  { name, start }: Choice,
  suffix: string,
  windows: readonly Window[],
  candidates: readonly Candidate[],
): void {
  const alike = [...Map.groupBy(candidates, ({ free }) => free.join()).values()];
  const names = alike.map((_, i) => (alike.length === 1 ? name : `z${suffix}_${i}`));
  for (const [i, each] of names.entries()) {
    if (each !== name) program.choice(each, 0);
    const ids = alike[i]?.map(({ id }) => id) ?? [];
    for (const window of windows)
      for (const cell of cellsOf(start, window)) program.takes(ids, cell, each);
  }
  if (alike.length > 1) program.follows(name, names);
}

export interface Optimum {
  readonly delay: number;
  /** Proven: no plan is better. */
  readonly proven: boolean;
}

/** The least sum of starts there can be, by a general solver: only to judge the planner by. */
export async function optimum(visits: readonly Visit[], seconds: number): Promise<Optimum> {
  const program = new Program();
  for (const [v, visit] of visits.entries()) addVisit(program, visit, v);
  const solution = (await loadHighs()).solve(program.text(), {
    time_limit: seconds,
    mip_rel_gap: 0,
    mip_abs_gap: 0.5,
  });
  return { delay: solution.ObjectiveValue, proven: solution.Status === 'Optimal' };
}
