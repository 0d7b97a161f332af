import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { LocalEndpoint } from '../local-org/http';

/** `config/local-org.json`: what `npm start` fills a fresh org with, and where its credentials lead. */
export interface Configuration {
  /** Permission sets of the running user. */
  readonly permissionSets: readonly string[];
  readonly insightsApi: {
    /** Folder of CSV files, each a report. */
    readonly reports: string;
    readonly port: number;
    readonly credentials: { key: string; secret: string }[];
  };
  /** By name; `{insightsApi}` in an address stands for that of the stand-in. */
  readonly namedCredentials: Readonly<Record<string, LocalEndpoint>>;
  /** Fields the org has beside those of the project, with types such as `Text(36)`. */
  readonly fields: readonly { object: string; name: string; label: string; type: string }[];
  readonly records: readonly { object: string; file: string }[];
  /** As `IntegrationController.save` takes them. */
  readonly integrations: readonly object[];
}

/**
 * Reads the configuration; paths in it are made absolute.
 * @throws Error with a sentence when the file is missing or no JSON
 */
export function readConfiguration(projectDirectory: string): Configuration {
  const path = resolve(projectDirectory, 'config', 'local-org.json');
  const configuration = parse(path, readFileSync(path, 'utf8'));
  const absolute = (file: string): string => resolve(projectDirectory, file);
  return {
    ...configuration,
    insightsApi: { ...configuration.insightsApi, reports: absolute(configuration.insightsApi.reports) },
    records: configuration.records.map(({ object, file }) => ({ object, file: absolute(file) }))
  };
}

function parse(path: string, text: string): Configuration {
  try {
    return JSON.parse(text) as Configuration;
  } catch (error) {
    throw new Error(`${path} is not valid JSON: ${(error as Error).message}. Correct the file.`);
  }
}

/** The named credentials with the address at which the stand-in listens. */
export function endpointsAt(configuration: Configuration, url: string): Record<string, LocalEndpoint> {
  const text = JSON.stringify(configuration.namedCredentials).replaceAll('{insightsApi}', url);
  return JSON.parse(text) as Record<string, LocalEndpoint>;
}
