import { randomBytes } from 'node:crypto';

/** Where the org's random numbers come from: one source, so that one seed repeats a whole run. */
export interface RandomSource {
  /** A number from 0 up to but not including 1. */
  next(): number;
  bytes(length: number): Uint8Array;
  /** An identifier for a transaction, as `System.Request` shows it. */
  requestId(): string;
}

/**
 * @param seed with a seed the same numbers come in the same order (mulberry32); without one they come from the
 * machine's own generator
 */
export function randomSource(seed?: number): RandomSource {
  const next = seed === undefined ? machineRandom : seededRandom(seed);
  const bytes = (length: number): Uint8Array =>
    seed === undefined ? randomBytes(length) : Uint8Array.from({ length }, () => Math.floor(next() * 256));
  return { next, bytes, requestId: () => Buffer.from(bytes(12)).toString('hex') };
}

function machineRandom(): number {
  return randomBytes(6).readUIntBE(0, 6) / 2 ** 48;
}

function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
