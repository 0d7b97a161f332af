/** A named credential as the project's metadata declares it. */
export interface NamedCredentialDefinition {
  readonly name: string;
  readonly label: string;
  /** Whether it may be used in callouts. */
  readonly calloutEnabled: boolean;
  readonly url: string;
  /** Null: the credential authenticates nobody. */
  readonly externalCredential: string | null;
  readonly generateAuthorizationHeader: boolean;
  readonly allowMergeFieldsInHeader: boolean;
  readonly allowMergeFieldsInBody: boolean;
}

/** An external credential as the project's metadata declares it. */
export interface ExternalCredentialDefinition {
  readonly name: string;
  readonly label: string;
  /** `Oauth`, `NoAuthentication`, `Custom`, … as in the Metadata API. */
  readonly protocol: string;
  /** E.g. `ClientCredentialsClientSecretBasic`. */
  readonly variant: string | null;
  /** The token endpoint of an OAuth protocol. */
  readonly authProviderUrl: string | null;
  readonly scope: string | null;
  /** Principals by name. */
  readonly principals: readonly string[];
}

/** Where a named credential leads on this machine, and the secret an admin would have typed in. */
export interface LocalEndpoint {
  /** Address on the loopback interface that stands in for the credential's URL. */
  readonly url: string;
  readonly tokenUrl?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
}
