/** `ConnectApi.NamedCredentials`: reads credentials and enters what only the platform keeps. */
import type { Credentials, CredentialValues, ExternalCredentialDefinition } from '..';
import type { CredentialValue as KeptValue } from '../credential-vault';
import { definePlatformType } from '../../declarations/define';
import { NotModeled } from '../../values/not-modeled';
import { transaction } from '../../transaction/transaction';
import type { ApexEnumValue } from '../../values/enum-value';
import { exceptionClass } from '../../values/exceptions';
import type { ApexMap } from '../../values/map';
import { required } from '../../declarations/arguments';
import type { DataObject } from '../../platform/library/data-type';
import { newList } from '../../declarations/platform-lists';
import {
  allowedValues,
  credentialOf,
  externalCredentialOf,
  filled,
  namedCredentialOf,
  protocolOf
} from './credential-outputs';
import { type CredentialInput, ExternalCredentialList, NamedCredentialList } from './credential-types';
import { refuseInTests } from '../../platform/library/connect-api/siloed';

/** Either lets a user enter credentials. @see "Create or Edit an External Credential", Salesforce Help */
const ENTERING_PERMISSIONS = ['ManageNamedCredentials', 'CustomizeApplication'];

/** A principal of an external credential of the org. */
interface Place {
  readonly external: ExternalCredentialDefinition;
  readonly principal: string;
}

function credentials(): Credentials {
  refuseInTests();
  return transaction().org.callouts.credentials;
}

/** What the platform says is worded nowhere; the type of exception is what Apex can rely on. */
function refuse(message: string, type = 'ConnectApi.ConnectApiException'): never {
  throw new (exceptionClass(type))(message);
}

function externalCredential(name: string | null): ExternalCredentialDefinition {
  const found = credentials().metadata.external.get(required(name, 1).toLowerCase());
  return found ?? refuse(`The external credential ${name} does not exist.`, 'ConnectApi.NotFoundException');
}

function placeOf(externalName: string | null, principal: string | null, type: ApexEnumValue | null): Place {
  const external = externalCredential(externalName);
  if (type?.name !== 'NamedPrincipal') throw new NotModeled(`credentials of a ${type?.name ?? 'null'} principal`);
  const known = external.principals.find((name) => name.toLowerCase() === principal?.toLowerCase());
  if (known === undefined) {
    refuse(`The principal ${principal} of ${external.name} does not exist.`, 'ConnectApi.NotFoundException');
  }
  return { external, principal: known };
}

function placeOfInput(input: CredentialInput): Place {
  const principalType = input.read('principalType') as ApexEnumValue | null;
  const externalName = input.read('externalCredential') as string | null;
  const place = placeOf(externalName, input.read('principalName') as string | null, principalType);
  const protocol = (input.read('authenticationProtocol') as ApexEnumValue | null)?.name;
  const variant = (input.read('authenticationProtocolVariant') as ApexEnumValue | null)?.name;
  if (protocol !== protocolOf(place.external)) {
    refuse(`The authentication protocol of ${place.external.name} is ${protocolOf(place.external)}.`);
  }
  if (variant && variant !== place.external.variant) {
    refuse(`The authentication protocol variant of ${place.external.name} is ${place.external.variant}.`);
  }
  return place;
}

/** @see "CredentialValueInput": protocols have lists of the credentials they take */
function valuesOf(input: CredentialInput, { external }: Place): CredentialValues {
  const allowed = allowedValues(external);
  const values: Record<string, KeptValue> = {};
  for (const { key, value } of (input.read('credentials') as ApexMap | null)?.entries() ?? []) {
    const name = String(key);
    if (allowed && !allowed.includes(name)) refuse(`${protocolOf(external)} credentials have no ${name}.`);
    const given = value as DataObject;
    values[name] = { value: String(given.read('value') ?? ''), encrypted: given.read('encrypted') === true };
  }
  return values;
}

function enter(input: CredentialInput | null, mode: 'create' | 'replace' | 'patch'): unknown {
  const given = required(input, 1);
  const place = placeOfInput(given);
  requireEntering();
  const { external, principal } = place;
  const before = credentials().valuesOf(external.name, principal);
  if (mode === 'create' && before) refuse(`${external.name} has a credential already.`);
  if (mode !== 'create' && !before) refuse(`${external.name} has no credential.`, 'ConnectApi.NotFoundException');
  if (mode === 'patch' && allowedValues(external)) refuse('Only custom credentials can be updated in part.');
  const values = { ...(mode === 'patch' ? before : {}), ...valuesOf(given, place) };
  credentials().enter(external.name, principal, values);
  return credentialOf(external, principal, values);
}

function requireEntering(): void {
  const { org, user } = transaction();
  if (ENTERING_PERMISSIONS.some((name) => org.access.hasUserPermission(user, name))) return;
  refuse('You do not have the permission to manage named credentials.');
}

function getCredential(external: string | null, principal: string | null, type: ApexEnumValue | null): unknown {
  const place = placeOf(external, principal, type);
  const values = credentials().valuesOf(place.external.name, place.principal);
  return credentialOf(place.external, place.principal, values);
}

function deleteCredential(external: string | null, principal: string | null, type: ApexEnumValue | null): void {
  const place = placeOf(external, principal, type);
  requireEntering();
  credentials().enter(place.external.name, place.principal, null);
}

function getNamedCredential(name: string | null): unknown {
  const all = credentials();
  const found = all.metadata.named.get(required(name, 1).toLowerCase());
  if (!found) refuse(`The named credential ${name} does not exist.`, 'ConnectApi.NotFoundException');
  return namedCredentialOf(all, found);
}

function getNamedCredentials(): unknown {
  const all = credentials();
  const items = [...all.metadata.named.values()].map((definition) => namedCredentialOf(all, definition));
  return filled(new NamedCredentialList(), { namedCredentials: newList('ConnectApi.NamedCredential', items) });
}

function getExternalCredentials(): unknown {
  const all = credentials();
  const items = [...all.metadata.external.values()].map((definition) => externalCredentialOf(all, definition));
  return filled(new ExternalCredentialList(), { externalCredentials: newList('ConnectApi.ExternalCredential', items) });
}

const PRINCIPAL = 'String externalCredential, String principalName, ConnectApi.CredentialPrincipalType principalType';

definePlatformType({
  namespace: 'ConnectApi',
  name: 'NamedCredentials',
  kind: 'class',
  documentation: 'NamedCredentials Class, Apex Reference Guide',
  members: {
    'static ConnectApi.Credential createCredential(ConnectApi.CredentialInput requestBody)': (
      input: CredentialInput | null
    ) => enter(input, 'create'),
    'static ConnectApi.Credential updateCredential(ConnectApi.CredentialInput requestBody)': (
      input: CredentialInput | null
    ) => enter(input, 'replace'),
    'static ConnectApi.Credential patchCredential(ConnectApi.CredentialInput requestBody)': (
      input: CredentialInput | null
    ) => enter(input, 'patch'),
    [`static ConnectApi.Credential getCredential(${PRINCIPAL})`]: getCredential,
    [`static void deleteCredential(${PRINCIPAL})`]: deleteCredential,
    'static ConnectApi.NamedCredential getNamedCredential(String developerName)': getNamedCredential,
    'static ConnectApi.NamedCredentialList getNamedCredentials()': getNamedCredentials,
    'static ConnectApi.ExternalCredential getExternalCredential(String developerName)': (name: string | null) =>
      externalCredentialOf(credentials(), externalCredential(name)),
    'static ConnectApi.ExternalCredentialList getExternalCredentials()': getExternalCredentials
  }
});
