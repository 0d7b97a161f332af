/** Where facts are kept that survive a restart, as part of the running transaction. */
export interface FactStore {
  meta(key: string): string | undefined;
  setMeta(key: string, value: string): void;
}

/** One value of a credential, e.g. `clientSecret`. */
export interface CredentialValue {
  readonly value: string;
  readonly encrypted: boolean;
}

/** The values of one principal, by name. */
export type CredentialValues = Readonly<Record<string, CredentialValue>>;

/**
 * What admins have entered for the principals of external credentials. It is kept with the org's data, so that it
 * outlives the process and is rolled back with the transaction that wrote it.
 */
export class CredentialVault {
  private readonly facts: FactStore;

  constructor(facts: FactStore) {
    this.facts = facts;
  }

  /** The values of a principal, or null when nobody has entered any. */
  read(externalCredential: string, principal: string): CredentialValues | null {
    const kept = this.facts.meta(keyOf(externalCredential, principal));
    return kept ? (JSON.parse(kept) as CredentialValues) : null;
  }

  write(externalCredential: string, principal: string, values: CredentialValues): void {
    this.facts.setMeta(keyOf(externalCredential, principal), JSON.stringify(values));
  }

  delete(externalCredential: string, principal: string): void {
    this.facts.setMeta(keyOf(externalCredential, principal), '');
  }

  /** Enters values unless somebody has entered or deleted some before: what was changed in the org stays changed. */
  seed(externalCredential: string, principal: string, values: CredentialValues): void {
    if (this.facts.meta(keyOf(externalCredential, principal)) === undefined) {
      this.write(externalCredential, principal, values);
    }
  }
}

function keyOf(externalCredential: string, principal: string): string {
  return `credential.${externalCredential.toLowerCase()}.${principal.toLowerCase()}`;
}
