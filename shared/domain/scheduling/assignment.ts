/** As good as never: an assignment that costs this much has a place that nobody can fill. */
export const IMPOSSIBLE = 1e6;

/**
 * The cheapest way to give each row a column of its own, by shortest augmenting paths (the Hungarian
 * method). Its memory is taken once; it is asked at every start. Rows must not outnumber columns.
 */
export class Assignment {
  readonly #rows: number;
  /** Columns at most. */
  readonly width: number;
  #columns: number;
  /** By row and column, at row × width + column; whoever asks fills it in before. */
  readonly cost: Float64Array;
  /** The column of each row, afterwards. */
  readonly chosen: Int32Array;
  readonly #rowPrice: Float64Array;
  readonly #columnPrice: Float64Array;
  /** The row that holds a column; index 0 stands for the row being placed. Rows count from 1. */
  readonly #holder: Int32Array;
  readonly #cameFrom: Int32Array;
  readonly #least: Float64Array;
  readonly #seen: Uint8Array;

  constructor(rows: number, columns: number) {
    this.#rows = rows;
    this.width = columns;
    this.#columns = columns;
    this.cost = new Float64Array(rows * columns);
    this.chosen = new Int32Array(rows);
    this.#rowPrice = new Float64Array(rows + 1);
    this.#columnPrice = new Float64Array(columns + 1);
    this.#holder = new Int32Array(columns + 1);
    this.#cameFrom = new Int32Array(columns + 1);
    this.#least = new Float64Array(columns + 1);
    this.#seen = new Uint8Array(columns + 1);
  }

  /** The cost of the cheapest one that uses the first so many columns. */
  solve(columns: number): number {
    this.#columns = columns;
    this.#rowPrice.fill(0);
    this.#columnPrice.fill(0);
    this.#holder.fill(0);
    for (let row = 1; row <= this.#rows; row++) this.#give(row);
    let sum = 0;
    for (let column = 1; column <= this.#columns; column++) {
      const row = (this.#holder[column] ?? 0) - 1;
      if (row < 0) continue;
      this.chosen[row] = column - 1;
      sum += this.cost[row * this.width + column - 1] ?? 0;
    }
    return sum;
  }

  /** Finds the row a column, moving others along the cheapest path that ends at a free column. */
  #give(row: number): void {
    this.#least.fill(Number.POSITIVE_INFINITY);
    this.#seen.fill(0);
    this.#holder[0] = row;
    let column = 0;
    do column = this.#step(column);
    while (this.#holder[column] !== 0);
    while (column !== 0) {
      const before = this.#cameFrom[column] ?? 0;
      this.#holder[column] = this.#holder[before] ?? 0;
      column = before;
    }
  }

  /** Goes on to the column that is nearest to all seen so far, and makes prices fit. */
  #step(from: number): number {
    this.#seen[from] = 1;
    const row = this.#holder[from] ?? 0;
    let [next, nearest] = [0, Number.POSITIVE_INFINITY];
    for (let column = 1; column <= this.#columns; column++) {
      if (this.#seen[column] === 1) continue;
      const cost = this.cost[(row - 1) * this.width + column - 1] ?? 0;
      const reduced = cost - (this.#rowPrice[row] ?? 0) - (this.#columnPrice[column] ?? 0);
      if (reduced < (this.#least[column] ?? 0)) {
        this.#least[column] = reduced;
        this.#cameFrom[column] = from;
      }
      const least = this.#least[column] ?? 0;
      if (least < nearest) [next, nearest] = [column, least];
    }
    this.#reprice(nearest);
    return next;
  }

  #reprice(by: number): void {
    for (let column = 0; column <= this.#columns; column++) {
      if (this.#seen[column] !== 1) {
        this.#least[column] = (this.#least[column] ?? 0) - by;
        continue;
      }
      const row = this.#holder[column] ?? 0;
      this.#rowPrice[row] = (this.#rowPrice[row] ?? 0) + by;
      this.#columnPrice[column] = (this.#columnPrice[column] ?? 0) - by;
    }
  }
}
