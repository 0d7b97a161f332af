/** `System.Address`: the value of a compound address field. @see "Address Class", Apex Reference Guide */
import { definePlatformType } from '../../declarations/define';
import { hashOfString, type ApexValue } from '../../values/protocol';
import { stringOf } from '../../values/text';

/** A postal address with its parts by name. */
export class ApexAddress implements ApexValue {
  readonly parts: ReadonlyMap<string, unknown>;

  constructor(parts: ReadonlyMap<string, unknown>) {
    this.parts = parts;
  }

  /** The address of these parts; null when every part is. */
  static of(parts: ReadonlyMap<string, unknown>): ApexAddress | null {
    return [...parts.values()].every((part) => part === null) ? null : new ApexAddress(parts);
  }

  part(name: string): unknown {
    return this.parts.get(name) ?? null;
  }

  toApexString(): string {
    const parts = [...this.parts].map(([name, value]) => `get${name}=${stringOf(value)};`);
    return `System.Address[${parts.join('')}]`;
  }

  apexEquals(other: unknown): boolean {
    return other instanceof ApexAddress && other.toApexString() === this.toApexString();
  }

  apexHashCode(): number {
    return hashOfString(this.toApexString());
  }

  apexKey(): string {
    return `\u0000a${this.toApexString()}`;
  }
}

definePlatformType({
  namespace: 'System',
  name: 'Address',
  kind: 'class',
  javaScriptClass: ApexAddress,
  members: {
    'String getStreet()': (self: ApexAddress) => self.part('Street'),
    'String getCity()': (self: ApexAddress) => self.part('City'),
    'String getState()': (self: ApexAddress) => self.part('State'),
    'String getStateCode()': (self: ApexAddress) => self.part('StateCode'),
    'String getPostalCode()': (self: ApexAddress) => self.part('PostalCode'),
    'String getCountry()': (self: ApexAddress) => self.part('Country'),
    'String getCountryCode()': (self: ApexAddress) => self.part('CountryCode'),
    'String getGeocodeAccuracy()': (self: ApexAddress) => self.part('GeocodeAccuracy'),
    'Decimal getLatitude()': (self: ApexAddress) => self.part('Latitude'),
    'Decimal getLongitude()': (self: ApexAddress) => self.part('Longitude')
  }
});
