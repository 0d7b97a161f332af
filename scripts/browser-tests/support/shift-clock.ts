/** Lets the clock of a page or of a process show another time; it goes on as before. Works alone: it is sent to pages. */
export function shiftClock(milliseconds: number): void {
  globalThis.Date = new Proxy(Date, {
    construct: (RealDate, values: [number]) =>
      values.length ? new RealDate(...values) : new RealDate(RealDate.now() + milliseconds),
    get: (RealDate, name) => (name === 'now' ? () => RealDate.now() + milliseconds : Reflect.get(RealDate, name))
  });
}
