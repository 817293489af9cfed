import { PACE, type Pace } from '../../conformance/receiver/bench.ts';

/** On this machine nothing is far away; the window of five minutes is waited out at its very end. */
export const HERE: Pace = {
  ...PACE,
  captureAge: 298_000,
  captureMargin: 1_200,
  slowPieces: 10,
  slowEvery: 60,
  settle: 800,
};
