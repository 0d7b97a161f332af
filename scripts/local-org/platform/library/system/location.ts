import { definePlatformType } from '../../../declarations/define';
import { IllegalArgumentException } from '../../../values/exceptions';
import { ApexDouble } from '../../../values/double';
import { hashOfString, type ApexValue } from '../../../values/protocol';
import { required } from '../../../declarations/arguments';

/** Radius of the Earth by unit, as the haversine formula of `Location.getDistance` uses it. */
const EARTH_RADIUS: Record<string, number> = { mi: 3958.7558, km: 6371.0088 };

/** `System.Location`: a point on the globe. */
export class ApexLocation implements ApexValue {
  readonly latitude: number;
  readonly longitude: number;

  constructor(latitude: number, longitude: number) {
    this.latitude = latitude;
    this.longitude = longitude;
  }

  /** @throws IllegalArgumentException for a unit other than `mi` and `km` */
  distanceTo(other: ApexLocation, unit: string): number {
    const radius = EARTH_RADIUS[unit.toLowerCase()];
    if (!radius) throw new IllegalArgumentException(`Invalid unit: ${unit}`);
    const [lat1, lat2] = [radians(this.latitude), radians(other.latitude)];
    const halfLongitude = radians(other.longitude - this.longitude) / 2;
    const a = Math.sin((lat2 - lat1) / 2) ** 2 + Math.cos(lat1) * Math.cos(lat2) * Math.sin(halfLongitude) ** 2;
    return 2 * radius * Math.asin(Math.min(1, Math.sqrt(a)));
  }

  toApexString(): string {
    return `API LOCATION: [${new ApexDouble(this.latitude).toApexString()}, ${new ApexDouble(this.longitude).toApexString()}]`;
  }

  apexEquals(other: unknown): boolean {
    return other instanceof ApexLocation && other.apexKey() === this.apexKey();
  }

  apexHashCode(): number {
    return hashOfString(this.apexKey());
  }

  apexKey(): string {
    return `\u0000g${this.latitude},${this.longitude}`;
  }
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

definePlatformType({
  namespace: 'System',
  name: 'Location',
  kind: 'class',
  javaScriptClass: ApexLocation,
  documentation: 'Location Class, Apex Reference Guide',
  members: {
    'static Double getDistance(Location firstLocation, Location secondLocation, String unit)': (
      first: ApexLocation | null,
      second: ApexLocation | null,
      unit: string | null
    ) => new ApexDouble(required(first, 1).distanceTo(required(second, 2), required(unit, 3))),
    'Double getDistance(Location toLocation, String unit)': (
      self: ApexLocation,
      other: ApexLocation | null,
      unit: string | null
    ) => new ApexDouble(self.distanceTo(required(other, 1), required(unit, 2))),
    'Double getLatitude()': (self: ApexLocation) => new ApexDouble(self.latitude),
    'get Double latitude': (self: ApexLocation) => new ApexDouble(self.latitude),
    'Double getLongitude()': (self: ApexLocation) => new ApexDouble(self.longitude),
    'get Double longitude': (self: ApexLocation) => new ApexDouble(self.longitude),
    'static Location newInstance(Double latitude, Double longitude)': (
      latitude: ApexDouble | null,
      longitude: ApexDouble | null
    ) => new ApexLocation(required(latitude, 1).value, required(longitude, 2).value)
  }
});
