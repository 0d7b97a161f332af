/** A count with thousands separators. */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** Milliseconds as seconds. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}

/** Bytes as megabytes. */
export function megabytes(bytes: number): string {
  return `${count(Math.round(bytes / 1e6))} MB`;
}

/** Milliseconds as they read best: short ones as they are, long ones as seconds. */
export function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${milliseconds.toFixed(milliseconds < 100 ? 1 : 0)} ms` : seconds(milliseconds);
}
