/** The token that clients show with every call: one per folder of data, random, readable by its owner only. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * The secret in a file, made on first use.
 * @param file path of the file, in a folder that exists
 */
export function readSecret(file: string): string {
  if (!existsSync(file)) writeFileSync(file, `${randomSecret()}\n`, { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

/** A secret of letters and digits, which is what `sf` takes for one. */
export function randomSecret(): string {
  return randomBytes(32).toString('hex');
}

/** A session token as the platform forms it: Id of the org, exclamation mark, secret. */
export function accessToken(organizationId: string, secret: string): string {
  return `${organizationId}!${secret}`;
}

/** Whether two tokens are the same, told in a time that says nothing about where they differ. */
export function isSameToken(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** The token of an Authorization header; empty when there is none. */
export function bearerOf(header: string | undefined): string {
  return /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(header ?? '')?.[1] ?? '';
}
