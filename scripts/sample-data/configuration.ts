import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { InsightsApiOptions } from '../insights-api/server';
import type { ExtraField } from '../local-org/schema/build-schema';
import type { LocalEndpoint } from '../local-org/http';
import { parseFieldType } from '../sync/arguments/field-type';

const PROJECT = resolve(__dirname, '../..');
const CONFIGURATION_FILE = resolve(PROJECT, 'config/local-org.json');
const STAND_IN = '{insightsApi}';

/** An integration as `IntegrationController.save` takes it. */
export type IntegrationSample = Record<string, unknown> & { name: string };

interface ConfigurationFile {
  permissionSets: string[];
  insightsApi: { reports: string; port: number; credentials: { key: string; secret: string }[] };
  namedCredentials: Record<string, LocalEndpoint>;
  fields: { object: string; name: string; label: string; type: string }[];
  records: { object: string; file: string }[];
  integrations: IntegrationSample[];
}

/** What `npm start` brings: fields and records of the sample org, the stand-in, and the integrations between them. */
export interface LocalOrgConfiguration {
  insightsApi: InsightsApiOptions;
  /** Permission sets of the person who uses the org, by name. */
  permissionSets: string[];
  /** Fields an admin would have created for the sample. */
  extraFields: ExtraField[];
  /** Files of records to load into a new org. */
  records: { object: string; file: string }[];
  integrations: IntegrationSample[];
  /** Where each named credential leads, once the stand-in has an address. */
  namedCredentials(insightsUrl: string): Record<string, LocalEndpoint>;
}

/** Reads `config/local-org.json`. @throws Error naming the file when it cannot be read */
export function readLocalOrgConfiguration(file: string = CONFIGURATION_FILE): LocalOrgConfiguration {
  const { insightsApi, permissionSets, namedCredentials, fields, records, integrations } = parse(file);
  return {
    insightsApi: { ...insightsApi, reports: resolve(PROJECT, insightsApi.reports) },
    permissionSets,
    extraFields: fields.map(({ type, ...field }) => ({ ...parseFieldType(type), ...field })),
    records: records.map((entry) => ({ ...entry, file: resolve(PROJECT, entry.file) })),
    integrations,
    namedCredentials: (url) =>
      Object.fromEntries(Object.entries(namedCredentials).map(([name, endpoint]) => [name, withAddress(endpoint, url)]))
  };
}

function parse(file: string): ConfigurationFile {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ConfigurationFile;
  } catch (error) {
    throw new Error(`${file} cannot be read: ${(error as Error).message}. Correct the file.`);
  }
}

function withAddress(endpoint: LocalEndpoint, insightsUrl: string): LocalEndpoint {
  const entries = Object.entries(endpoint).map(([name, value]) => [name, value.replace(STAND_IN, insightsUrl)]);
  return Object.fromEntries(entries) as unknown as LocalEndpoint;
}
