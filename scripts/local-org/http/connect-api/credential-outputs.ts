/** Makes what the methods of `ConnectApi.NamedCredentials` return from the credentials of the org. */
import type { Credentials, CredentialValues, ExternalCredentialDefinition, NamedCredentialDefinition } from '..';
import { platformEnumValue } from '../../declarations/platform-enum';
import type { DataObject } from '../../platform/library/data-type';
import { newList, newMap } from '../../declarations/platform-lists';
import {
  Credential,
  CredentialValue,
  ExternalCredential,
  ExternalCredentialPrincipal,
  NamedCredential
} from './credential-types';

/** What a principal has to hold before its protocol can work. */
const REQUIRED_VALUES: Readonly<Record<string, readonly string[]>> = {
  OAuth: ['clientId', 'clientSecret'],
  Basic: ['username', 'password'],
  AwsSv4: ['awsAccessKeyId', 'awsSecretAccessKey']
};

/** Protocols whose names in metadata are not those of the enum. */
const PROTOCOLS: Readonly<Record<string, string>> = { Oauth: 'OAuth', AwsSv4: 'AwsSv4', Basic: 'Basic', Jwt: 'Jwt' };

/** The name of a protocol as `CredentialAuthenticationProtocol` has it. */
export function protocolOf({ protocol }: ExternalCredentialDefinition): string {
  return PROTOCOLS[protocol] ?? 'Custom';
}

/** Names of the values that a protocol takes; null where any name will do. */
export function allowedValues(definition: ExternalCredentialDefinition): readonly string[] | null {
  return REQUIRED_VALUES[protocolOf(definition)] ?? null;
}

/** The credential of a principal. What is encrypted is named and never told. */
export function credentialOf(
  definition: ExternalCredentialDefinition,
  principal: string,
  values: CredentialValues | null
): DataObject {
  const credentials = newMap('String', 'ConnectApi.CredentialValue');
  for (const [name, { value, encrypted }] of Object.entries(values ?? {})) {
    credentials.put(name, filled(new CredentialValue(), { encrypted, value: encrypted ? null : value }));
  }
  return filled(new Credential(), {
    ...authentication(definition),
    authenticationStatus: statusOf(definition, values),
    credentials,
    externalCredential: definition.name,
    principalName: principal,
    principalType: enumValue('CredentialPrincipalType', 'NamedPrincipal')
  });
}

/** An external credential with its principals and the named credentials that use it. */
export function externalCredentialOf(credentials: Credentials, definition: ExternalCredentialDefinition): DataObject {
  const users = [...credentials.metadata.named.values()].filter(({ externalCredential }) =>
    sameName(externalCredential, definition.name)
  );
  const principals = definition.principals.map((name, index) => principalOf(credentials, definition, name, index));
  return filled(new ExternalCredential(), {
    ...authentication(definition),
    authenticationStatus: principals[0]?.read('authenticationStatus') ?? status('NotConfigured'),
    createdByNamespace: null,
    developerName: definition.name,
    masterLabel: definition.label,
    principals: newList('ConnectApi.ExternalCredentialPrincipal', principals),
    relatedNamedCredentials: newList('ConnectApi.NamedCredential', users.map(namedCredentialAlone))
  });
}

/** A named credential with the external credential it uses. */
export function namedCredentialOf(credentials: Credentials, definition: NamedCredentialDefinition): DataObject {
  const external = credentials.metadata.external.get(definition.externalCredential?.toLowerCase() ?? '');
  const used = external ? [externalCredentialOf(credentials, external)] : [];
  return filled(namedCredentialAlone(definition), {
    externalCredentials: newList('ConnectApi.ExternalCredential', used)
  });
}

/** Whether two API names are one, whatever their case. */
export function sameName(left: string | null, right: string | null): boolean {
  return left !== null && left.toLowerCase() === right?.toLowerCase();
}

/** Fills in properties. */
export function filled<T extends DataObject>(object: T, values: Readonly<Record<string, unknown>>): T {
  for (const [name, value] of Object.entries(values)) object.write(name, value);
  return object;
}

function namedCredentialAlone(definition: NamedCredentialDefinition): NamedCredential {
  return filled(new NamedCredential(), {
    calloutStatus: enumValue('CalloutStatus', definition.calloutEnabled ? 'Enabled' : 'Disabled'),
    calloutUrl: definition.url,
    createdByNamespace: null,
    developerName: definition.name,
    masterLabel: definition.label
  });
}

function principalOf(
  credentials: Credentials,
  definition: ExternalCredentialDefinition,
  principal: string,
  index: number
): DataObject {
  return filled(new ExternalCredentialPrincipal(), {
    authenticationStatus: statusOf(definition, credentials.valuesOf(definition.name, principal)),
    principalName: principal,
    principalType: enumValue('CredentialPrincipalType', 'NamedPrincipal'),
    sequenceNumber: index + 1
  });
}

function authentication(definition: ExternalCredentialDefinition): Readonly<Record<string, unknown>> {
  const { variant } = definition;
  return {
    authenticationProtocol: enumValue('CredentialAuthenticationProtocol', protocolOf(definition)),
    authenticationProtocolVariant: variant ? enumValue('CredentialAuthenticationProtocolVariant', variant) : null
  };
}

/** @see "CredentialAuthenticationStatus": unknown where the protocol is custom */
function statusOf(definition: ExternalCredentialDefinition, values: CredentialValues | null): unknown {
  const required = allowedValues(definition);
  if (!required) return status('Unknown');
  return status(required.every((name) => values?.[name]) ? 'Configured' : 'NotConfigured');
}

function status(name: string): unknown {
  return enumValue('CredentialAuthenticationStatus', name);
}

function enumValue(type: string, name: string): unknown {
  return platformEnumValue(`ConnectApi.${type}`, name);
}
