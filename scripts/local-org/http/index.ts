/** Callouts: importing this room declares its platform types. */
import './callout';
import './connect-api/credential-types';
import './connect-api/named-credentials';
import './messages';
import './static-resource-mock';
import './web-service-callout';

export { setCalloutMock, type CalloutServices } from './callout';
export { readCredentialMetadata, type CredentialMetadata } from './credential-metadata';
export type { ExternalCredentialDefinition, LocalEndpoint, NamedCredentialDefinition } from './credential-model';
export { CredentialVault, type CredentialValues } from './credential-vault';
export { Credentials } from './credentials';
export { setWebServiceMock } from './web-service-callout';
export { workerTransport, type Transport } from './transport';
