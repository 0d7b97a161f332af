/**
 * Feature parameters of the project: what a package publisher and an org tell each other. The org holds the value that
 * the metadata give until code sets another one.
 * @see "FeatureParameterBoolean", "FeatureParameterDate" and "FeatureParameterInteger", Metadata API Developer Guide;
 *   "FeatureManagement Class", Apex Reference Guide
 */
import { readMetadata, text } from '../../../project/metadata-files';
import { NotModeled } from '../../../values/not-modeled';
import { transaction } from '../../../transaction/transaction';
import { ApexDate } from '../../../values/date';

/** Kinds of parameters, as their metadata and methods are called. */
export type ParameterKind = 'Boolean' | 'Date' | 'Integer';

/** The value of a parameter. */
export function parameterValue(kind: ParameterKind, name: string): boolean | number | ApexDate | null {
  const file = fileOf(kind, name);
  const set = transaction().org.database.store.meta(keyOf(kind, file.name));
  return fromText(kind, set ?? text(readMetadata(file.path), 'value') ?? '');
}

/** Sets a parameter that the org tells the publisher; the other way only the publisher can. */
export function setParameter(kind: ParameterKind, name: string, value: boolean | number | ApexDate): void {
  const file = fileOf(kind, name);
  if (text(readMetadata(file.path), 'dataflowDirection') !== 'SubscriberToLmo') {
    throw new NotModeled(`setting the feature parameter ${name}, which the publisher sets`);
  }
  transaction().org.database.store.setMeta(keyOf(kind, file.name), toText(value));
}

function fileOf(kind: ParameterKind, name: string): { readonly name: string; readonly path: string } {
  const wanted = `featureparameter${kind}`.toLowerCase();
  const file = transaction().org.database.files.find(
    (candidate) => candidate.kind.toLowerCase() === wanted && candidate.name.toLowerCase() === name.toLowerCase()
  );
  if (!file) throw new NotModeled(`the feature parameter ${name}, which the project does not have`);
  return file;
}

const keyOf = (kind: ParameterKind, name: string): string => `feature parameter ${kind} ${name}`;

function toText(value: boolean | number | ApexDate): string {
  return value instanceof ApexDate ? value.toIsoString() : String(value);
}

function fromText(kind: ParameterKind, value: string): boolean | number | ApexDate | null {
  if (value === '') return null;
  if (kind === 'Boolean') return value === 'true';
  if (kind === 'Integer') return Number(value);
  const [year, month, day] = value.split('-').map(Number);
  return ApexDate.of(year, month, day);
}
