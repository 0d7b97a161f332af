/** Compound address fields, read as one value. @see "Address Compound Fields", Object Reference */
import { ApexAddress } from '../../values/address';
import type { Operand } from './operands';
import type { ResolvedField } from './scope';
import { codecOf, isStored } from '../../store/codec';

const PARTS = [
  'Street',
  'City',
  'State',
  'StateCode',
  'PostalCode',
  'Country',
  'CountryCode',
  'Latitude',
  'Longitude',
  'GeocodeAccuracy'
];

/** An address as operand of a select list: its parts come out as one JSON object. */
export function addressOperand(resolved: ResolvedField): Operand {
  const [source] = resolved.sources;
  const prefix = resolved.field.name.replace(/Address$/, '');
  const parts = PARTS.flatMap((part) => {
    const field = source.object.fields.get(`${prefix}${part}`.toLowerCase());
    return field && isStored(field) ? [{ part, field }] : [];
  });
  const columns = parts.map(({ part, field }) => `'${part}',${source.alias}."${field.name}"`);
  const selected = `json_object(${columns.join(',')})`;
  return {
    selected,
    compared: selected,
    field: resolved.field,
    decode: (stored) => {
      const raw = JSON.parse(String(stored)) as Record<string, unknown>;
      const values = new Map<string, unknown>();
      for (const { part, field } of parts) {
        const value = raw[part] ?? null;
        values.set(
          part,
          value === null ? null : codecOf(field).decode(typeof value === 'number' ? String(value) : value)
        );
      }
      return ApexAddress.of(values);
    },
    aggregate: false,
    resolved: null
  };
}
