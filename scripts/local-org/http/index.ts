/** Callouts and the credentials they use: importing this room declares its platform types. */
import './connect-api/credential-types';
import './connect-api/named-credentials';
import './static-resource-mock';

export { setCalloutMock, type CalloutServices } from './callout';
export { readCredentialMetadata, type CredentialMetadata } from './credential-metadata';
export type { ExternalCredentialDefinition, LocalEndpoint, NamedCredentialDefinition } from './credential-model';
export { CredentialVault, type CredentialValues } from './credential-vault';
export { Credentials } from './credentials';
export { ApexHttpRequest, ApexHttpResponse } from './messages';
export { workerTransport, type Transport } from './transport';
export { setWebServiceMock } from './web-service-callout';
