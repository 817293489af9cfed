export interface CountedCall {
  readonly functionName: string;
  readonly action: string;
  readonly resource: string;
  readonly allowed: boolean;
  readonly count: number;
}
