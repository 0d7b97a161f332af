import { definePlatformType } from '../../../declarations/define';
import { TypeException } from '../../../values/exceptions';
import { required } from '../../../declarations/arguments';

/** Version of a managed package; without a patch number it only compares with others that have none. */
export class PackageVersion {
  readonly major: number;
  readonly minor: number;
  readonly patch: number | null;

  constructor(major: number, minor: number, patch: number | null = null) {
    this.major = major;
    this.minor = minor;
    this.patch = patch;
  }

  /** Negative, zero or positive. @throws TypeException for a version with a patch number against one without */
  compareTo(other: PackageVersion): number {
    if ((this.patch === null) !== (other.patch === null)) throw new TypeException('Invalid version comparison');
    const steps = [this.major - other.major, this.minor - other.minor, (this.patch ?? 0) - (other.patch ?? 0)];
    return Math.sign(steps.find((step) => step !== 0) ?? 0);
  }
}

definePlatformType({
  namespace: 'System',
  name: 'Version',
  kind: 'class',
  javaScriptClass: PackageVersion,
  documentation: 'Version Class, Apex Reference Guide',
  members: {
    'new(Integer major, Integer minor)': (major: number | null, minor: number | null) =>
      new PackageVersion(required(major, 1), required(minor, 2)),
    'new(Integer major, Integer minor, Integer patch)': (
      major: number | null,
      minor: number | null,
      patch: number | null
    ) => new PackageVersion(required(major, 1), required(minor, 2), required(patch, 3)),
    'Integer compareTo(System.Version other)': (self: PackageVersion, other: PackageVersion | null) =>
      self.compareTo(required(other, 1)),
    'Integer major()': (self: PackageVersion) => self.major,
    'Integer minor()': (self: PackageVersion) => self.minor,
    'Integer patch()': (self: PackageVersion) => self.patch
  }
});
