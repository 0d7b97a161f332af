/** Callouts: importing this room declares its platform types. */
import './callout';
import './messages';

export { setCalloutMock, type CalloutServices } from './callout';
export { readCredentialMetadata, type CredentialMetadata } from './credential-metadata';
export type { ExternalCredentialDefinition, LocalEndpoint, NamedCredentialDefinition } from './credential-model';
export { CredentialVault, type CredentialValues } from './credential-vault';
export { Credentials } from './credentials';
export { workerTransport, type Transport } from './transport';
