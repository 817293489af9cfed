/** Lets `Date` of this thread follow the hub's clock; call it before anything reads the time. */
export function followClock(shared: SharedArrayBuffer): void {
  const offset = new BigInt64Array(shared);
  const machineNow = Date.now;
  const now = () => machineNow() + Number(Atomics.load(offset, 0));

  const MovedDate = new Proxy(Date, {
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
    apply: (target) => new target(now()).toString(),
  });
  Date.now = now;
  Date.prototype.constructor = MovedDate;
  globalThis.Date = MovedDate;
}
