import { randomUUID, timingSafeEqual } from 'node:crypto';
import { Problem } from './problem';

/** An API key. Without `environments` it opens all of them. */
export interface Credential {
  key: string;
  secret: string;
  environments?: string[];
}

interface Grant {
  expiresAt: number;
  environments: string[] | undefined;
}

/** Issues access tokens for API keys and checks them. */
export class Tokens {
  private readonly credentials: Credential[];
  private readonly seconds: number;
  private readonly now: () => number;
  private readonly grants = new Map<string, Grant>();

  constructor(credentials: Credential[], seconds: number, now: () => number = Date.now) {
    this.credentials = credentials;
    this.seconds = seconds;
    this.now = now;
  }

  /** @throws Problem 401 when the key is unknown or the secret is not its own. */
  issue(key: string, secret: string): { access_token: string; token_type: 'bearer'; expires_in: number } {
    const credential = this.credentials.find((candidate) => candidate.key === key);
    if (!credential || !sameText(credential.secret, secret)) {
      throw new Problem(401, 'invalid_client', 'The API key or its secret is wrong.');
    }
    const token = randomUUID();
    this.grants.set(token, { expiresAt: this.now() + this.seconds * 1000, environments: credential.environments });
    return { access_token: token, token_type: 'bearer', expires_in: this.seconds };
  }

  /** @throws Problem 401 for a token that is unknown or has expired, 403 for one of another environment. */
  check(token: string, environment?: string): void {
    const grant = this.grants.get(token);
    if (!grant || grant.expiresAt <= this.now()) {
      this.grants.delete(token);
      throw new Problem(401, 'invalid_token', 'The access token is invalid or has expired.');
    }
    if (environment && grant.environments && !includesIgnoringCase(grant.environments, environment)) {
      throw new Problem(403, 'forbidden', `The API key has no access to the environment "${environment}".`);
    }
  }

  /** Makes every token issued so far invalid, as an administrator who revokes a key does. */
  revokeAll(): void {
    this.grants.clear();
  }
}

/** Whether one of the names is the given one, in any case. */
export function includesIgnoringCase(names: string[], name: string): boolean {
  return names.some((candidate) => candidate.toLowerCase() === name.toLowerCase());
}

function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
