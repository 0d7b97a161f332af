import { createHash } from 'node:crypto';

/** A person of the sample: a contact in the org, an end user in Insights. */
export interface Person {
  name: string;
  email: string;
  /** The identifier WalkMe knows the person by. */
  endUserId: string;
  account: string;
}

const ACCOUNT_SIZE = 25;

/** Person `number` of the sample. */
export function person(number: number): Person {
  const digits = String(number).padStart(4, '0');
  return {
    name: `Contact ${digits}`,
    email: `contact.${digits}@example.com`,
    endUserId: endUserId(`end user ${digits}`),
    account: `Account ${String(Math.ceil(number / ACCOUNT_SIZE)).padStart(2, '0')}`
  };
}

/** A GUID made from a name, always the same for the same name. */
export function endUserId(name: string): string {
  const digits = createHash('sha256').update(name).digest('hex');
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20, 32)
  ].join('-');
}
