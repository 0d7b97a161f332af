/**
 * Scripts that a package runs when it is installed or removed; tests run them here.
 * @see "InstallHandler Interface", "UninstallHandler Interface", "InstallContext Interface" and "Test Class" (testInstall,
 *   testUninstall), Apex Reference Guide
 */
import { definePlatformType } from '../../../declarations/define';
import { transaction } from '../../../transaction/transaction';
import { required } from '../../../declarations/arguments';
import type { PackageVersion } from './version';

interface Handler {
  oninstall$1(context: InstallContext): void;
  onuninstall$1(context: UninstallContext): void;
}

/** Who removes the package from which org. */
class UninstallContext {
  organizationid$0(): string {
    return String(transaction().org.database.system.find('Organization')[0]['Id']);
  }

  uninstallerid$0(): string {
    return transaction().user.id;
  }
}

/** What is installed over which version. */
class InstallContext {
  private readonly version: PackageVersion | null;
  private readonly isPushed: boolean;

  constructor(version: PackageVersion | null, isPushed: boolean) {
    this.version = version;
    this.isPushed = isPushed;
  }

  organizationid$0(): string {
    return String(transaction().org.database.system.find('Organization')[0]['Id']);
  }

  installerid$0(): string {
    return transaction().user.id;
  }

  /** "The previous version … is null if … there is no previous version installed". */
  previousversion$0(): PackageVersion | null {
    return this.version;
  }

  isupgrade$0(): boolean {
    return this.version !== null;
  }

  ispush$0(): boolean {
    return this.isPushed;
  }
}

definePlatformType({
  namespace: 'System',
  name: 'InstallContext',
  kind: 'interface',
  javaScriptClass: InstallContext,
  documentation: 'InstallContext Interface, Apex Reference Guide',
  members: {
    'Id organizationId()': null,
    'Id installerId()': null,
    'Boolean isUpgrade()': null,
    'Boolean isPush()': null,
    'System.Version previousVersion()': null
  }
});

definePlatformType({
  namespace: 'System',
  name: 'InstallHandler',
  kind: 'interface',
  documentation: 'InstallHandler Interface, Apex Reference Guide',
  members: { 'void onInstall(System.InstallContext context)': null }
});

definePlatformType({
  namespace: 'System',
  name: 'UninstallContext',
  kind: 'interface',
  javaScriptClass: UninstallContext,
  documentation: 'UninstallHandler Interface, Apex Reference Guide',
  members: { 'Id organizationId()': null, 'Id uninstallerId()': null }
});

definePlatformType({
  namespace: 'System',
  name: 'UninstallHandler',
  kind: 'interface',
  documentation: 'UninstallHandler Interface, Apex Reference Guide',
  members: { 'void onUninstall(System.UninstallContext context)': null }
});

/** `Test.testInstall`. */
export function testInstall(
  handler: Handler | null,
  version: PackageVersion | null,
  isPush: boolean | null = false
): void {
  required(handler, 1).oninstall$1(new InstallContext(version, required(isPush, 3)));
}

/** `Test.testUninstall`. */
export function testUninstall(handler: Handler | null): void {
  required(handler, 1).onuninstall$1(new UninstallContext());
}
