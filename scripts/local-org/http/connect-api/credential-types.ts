/** Enums and data classes of named credentials. @see "ConnectApi Input Classes", "ConnectApi Output Classes", Apex Reference Guide */
import { definePlatformType } from '../../declarations/define';
import { DataObject, defineDataType } from '../../platform/library/data-type';

const NAMESPACE = 'ConnectApi';

export class CredentialInput extends DataObject {}
export class CredentialValueInput extends DataObject {}
export class Credential extends DataObject {}
export class CredentialValue extends DataObject {}
export class ExternalCredential extends DataObject {}
export class ExternalCredentialList extends DataObject {}
export class ExternalCredentialPrincipal extends DataObject {}
export class NamedCredential extends DataObject {}
export class NamedCredentialList extends DataObject {}

definePlatformType({
  namespace: NAMESPACE,
  kind: 'enum',
  name: 'CredentialAuthenticationProtocol',
  constants: ['AwsSv4', 'Basic', 'Custom', 'Jwt', 'OAuth'],
  documentation: 'ConnectApi Enums, Apex Reference Guide'
});

definePlatformType({
  namespace: NAMESPACE,
  kind: 'enum',
  name: 'CredentialAuthenticationProtocolVariant',
  constants: [
    'AwsSv4_STS',
    'ClientCredentialsClientSecret',
    'ClientCredentialsClientSecretBasic',
    'ClientCredentialsJwtAssertion',
    'JwtBearer',
    'NoAuthentication',
    'RolesAnywhere'
  ],
  documentation: 'ConnectApi Enums, Apex Reference Guide'
});

definePlatformType({
  namespace: NAMESPACE,
  kind: 'enum',
  name: 'CredentialAuthenticationStatus',
  constants: ['Configured', 'NotConfigured', 'Unknown'],
  documentation: 'ConnectApi Enums, Apex Reference Guide'
});

definePlatformType({
  namespace: NAMESPACE,
  kind: 'enum',
  name: 'CredentialPrincipalType',
  constants: ['AwsStsPrincipal', 'NamedPrincipal', 'PerUserPrincipal'],
  documentation: 'ConnectApi Enums, Apex Reference Guide'
});

definePlatformType({
  namespace: NAMESPACE,
  kind: 'enum',
  name: 'CalloutStatus',
  constants: ['Disabled', 'Enabled'],
  documentation: 'ConnectApi Enums, Apex Reference Guide'
});

defineDataType({
  namespace: NAMESPACE,
  name: 'CredentialValueInput',
  access: 'fields',
  javaScriptClass: CredentialValueInput,
  documentation: 'ConnectApi.CredentialValueInput, Apex Reference Guide',
  properties: { encrypted: 'Boolean', revision: 'Integer', value: 'String' }
});

defineDataType({
  namespace: NAMESPACE,
  name: 'CredentialInput',
  access: 'fields',
  javaScriptClass: CredentialInput,
  documentation: 'ConnectApi.CredentialInput, Apex Reference Guide',
  properties: {
    authenticationProtocol: 'ConnectApi.CredentialAuthenticationProtocol',
    authenticationProtocolVariant: 'ConnectApi.CredentialAuthenticationProtocolVariant',
    credentials: 'Map<String, ConnectApi.CredentialValueInput>',
    externalCredential: 'String',
    principalName: 'String',
    principalType: 'ConnectApi.CredentialPrincipalType'
  }
});

defineDataType({
  namespace: NAMESPACE,
  name: 'CredentialValue',
  access: 'fields',
  javaScriptClass: CredentialValue,
  documentation: 'ConnectApi.CredentialValue, Apex Reference Guide',
  properties: { encrypted: 'Boolean', revision: 'Integer', value: 'String' }
});

defineDataType({
  namespace: NAMESPACE,
  name: 'Credential',
  access: 'fields',
  javaScriptClass: Credential,
  documentation: 'ConnectApi.Credential, Apex Reference Guide',
  properties: {
    authenticationProtocol: 'ConnectApi.CredentialAuthenticationProtocol',
    authenticationProtocolVariant: 'ConnectApi.CredentialAuthenticationProtocolVariant',
    authenticationStatus: 'ConnectApi.CredentialAuthenticationStatus',
    credentials: 'Map<String, ConnectApi.CredentialValue>',
    externalCredential: 'String',
    principalName: 'String',
    principalType: 'ConnectApi.CredentialPrincipalType'
  }
});

defineDataType({
  namespace: NAMESPACE,
  name: 'ExternalCredentialPrincipal',
  access: 'fields',
  javaScriptClass: ExternalCredentialPrincipal,
  documentation: 'ConnectApi.ExternalCredentialPrincipal, Apex Reference Guide',
  properties: {
    authenticationStatus: 'ConnectApi.CredentialAuthenticationStatus',
    principalName: 'String',
    principalType: 'ConnectApi.CredentialPrincipalType',
    sequenceNumber: 'Integer'
  }
});

defineDataType({
  namespace: NAMESPACE,
  name: 'ExternalCredential',
  access: 'fields',
  javaScriptClass: ExternalCredential,
  documentation: 'ConnectApi.ExternalCredential, Apex Reference Guide',
  properties: {
    authenticationProtocol: 'ConnectApi.CredentialAuthenticationProtocol',
    authenticationProtocolVariant: 'ConnectApi.CredentialAuthenticationProtocolVariant',
    authenticationStatus: 'ConnectApi.CredentialAuthenticationStatus',
    createdByNamespace: 'String',
    developerName: 'String',
    masterLabel: 'String',
    principals: 'List<ConnectApi.ExternalCredentialPrincipal>',
    relatedNamedCredentials: 'List<ConnectApi.NamedCredential>'
  }
});

defineDataType({
  namespace: NAMESPACE,
  name: 'ExternalCredentialList',
  access: 'fields',
  javaScriptClass: ExternalCredentialList,
  documentation: 'ConnectApi.ExternalCredentialList, Apex Reference Guide',
  properties: { externalCredentials: 'List<ConnectApi.ExternalCredential>' }
});

defineDataType({
  namespace: NAMESPACE,
  name: 'NamedCredential',
  access: 'fields',
  javaScriptClass: NamedCredential,
  documentation: 'ConnectApi.NamedCredential, Apex Reference Guide',
  properties: {
    calloutStatus: 'ConnectApi.CalloutStatus',
    calloutUrl: 'String',
    createdByNamespace: 'String',
    developerName: 'String',
    externalCredentials: 'List<ConnectApi.ExternalCredential>',
    masterLabel: 'String'
  }
});

defineDataType({
  namespace: NAMESPACE,
  name: 'NamedCredentialList',
  access: 'fields',
  javaScriptClass: NamedCredentialList,
  documentation: 'ConnectApi.NamedCredentialList, Apex Reference Guide',
  properties: { namedCredentials: 'List<ConnectApi.NamedCredential>' }
});
