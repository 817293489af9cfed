import { median } from './figures.ts';

/** A way to accept, measured against another in turns. */
export interface Contender {
  /** Makes ready what the round must not be charged for; answers one piece of work. */
  prepare(count: number): Promise<() => Promise<void>>;
}

export interface Comparison {
  /** Per second, each the median of its rounds. */
  readonly rate: number;
  readonly against: number;
  /** Median of the ratios of neighbouring rounds: what disturbs one disturbs the other. */
  readonly ratio: number;
}

export interface RoundsOptions {
  readonly rounds: number;
  /** Pieces of work a round. */
  readonly count: number;
  readonly concurrency: number;
}

/** Runs both in turns, A B A B, after one round of each that is not counted. */
export async function compare(
  contender: Contender,
  rival: Contender,
  { rounds, count, concurrency }: RoundsOptions,
): Promise<Comparison> {
  const pairs: { rate: number; against: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const rate = await ratePerSecond(contender, count, concurrency);
    const against = await ratePerSecond(rival, count, concurrency);
    if (round > 0) pairs.push({ rate, against });
  }
  return {
    rate: median(pairs.map(({ rate }) => rate)),
    against: median(pairs.map(({ against }) => against)),
    ratio: median(pairs.map(({ rate, against }) => rate / against)),
  };
}

async function ratePerSecond(contender: Contender, count: number, concurrency: number) {
  const work = await contender.prepare(count);
  let left = count;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      await work();
    }
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: concurrency }, worker));
  return (count * 1000) / (performance.now() - begun);
}
