import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import type { ExternalCredentialDefinition, NamedCredentialDefinition } from './credential-model';

interface Parameter {
  readonly parameterType?: string;
  readonly parameterName?: string;
  readonly parameterValue?: string;
  readonly externalCredential?: string;
}

/** The credentials that a project declares, by lower-case name. */
export interface CredentialMetadata {
  readonly named: ReadonlyMap<string, NamedCredentialDefinition>;
  readonly external: ReadonlyMap<string, ExternalCredentialDefinition>;
}

/**
 * Reads `namedCredentials/` and `externalCredentials/` of the package directories.
 * @see "NamedCredential" and "ExternalCredential", Metadata API Developer Guide
 */
export function readCredentialMetadata(packageDirectories: readonly string[]): CredentialMetadata {
  const named = new Map<string, NamedCredentialDefinition>();
  const external = new Map<string, ExternalCredentialDefinition>();
  for (const directory of packageDirectories) {
    for (const [name, root] of metadataFiles(directory, 'namedCredential', 'NamedCredential')) {
      named.set(name.toLowerCase(), namedCredential(name, root));
    }
    for (const [name, root] of metadataFiles(directory, 'externalCredential', 'ExternalCredential')) {
      external.set(name.toLowerCase(), externalCredential(name, root));
    }
  }
  return { named, external };
}

type Root = Record<string, unknown>;

function metadataFiles(directory: string, suffix: string, rootName: string): [string, Root][] {
  const folder = join(directory, `${suffix}s`);
  if (!existsSync(folder)) return [];
  const ending = `.${suffix}-meta.xml`;
  const lists = ['namedCredentialParameters', 'externalCredentialParameters'];
  const parser = new XMLParser({ parseTagValue: false, isArray: (name) => lists.includes(name) });
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => {
      const document = parser.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, Root>;
      return [basename(file, ending), document[rootName] ?? {}];
    });
}

function namedCredential(name: string, root: Root): NamedCredentialDefinition {
  const parameters = (root['namedCredentialParameters'] ?? []) as Parameter[];
  return {
    name,
    label: String(root['label'] ?? name),
    calloutEnabled: root['calloutStatus'] !== 'Disabled',
    url: parameterOf(parameters, 'Url')?.parameterValue ?? String(root['endpoint'] ?? ''),
    externalCredential: parameterOf(parameters, 'Authentication')?.externalCredential ?? null,
    generateAuthorizationHeader: root['generateAuthorizationHeader'] !== 'false',
    allowMergeFieldsInHeader: root['allowMergeFieldsInHeader'] === 'true',
    allowMergeFieldsInBody: root['allowMergeFieldsInBody'] === 'true'
  };
}

function externalCredential(name: string, root: Root): ExternalCredentialDefinition {
  const parameters = (root['externalCredentialParameters'] ?? []) as Parameter[];
  return {
    name,
    label: String(root['label'] ?? name),
    protocol: String(root['authenticationProtocol'] ?? ''),
    variant: parameterOf(parameters, 'AuthProtocolVariant')?.parameterValue ?? null,
    authProviderUrl: parameterOf(parameters, 'AuthProviderUrl')?.parameterValue ?? null,
    scope: parameters.find((parameter) => parameter.parameterName === 'Scope')?.parameterValue ?? null,
    principals: parameters
      .filter((parameter) => parameter.parameterType === 'NamedPrincipal')
      .map((parameter) => parameter.parameterName ?? '')
  };
}

function parameterOf(parameters: readonly Parameter[], type: string): Parameter | undefined {
  return parameters.find((parameter) => parameter.parameterType === type);
}
