import type { Connection } from '@salesforce/core';
import { packagePrefix, prefixed, withoutPrefix } from './package-names';

/** A row of a query, by the names that the package gives its fields. */
export type PackageRow = Readonly<Record<string, unknown>>;

/** The package in an org, by the resources that every client may use. */
export class OrgPackage {
  private readonly connection: Connection;
  private readonly prefix: string;

  private constructor(connection: Connection, prefix: string) {
    this.connection = connection;
    this.prefix = prefix;
  }

  /** @throws InputError when the org does not have it */
  static async of(connection: Connection): Promise<OrgPackage> {
    return new OrgPackage(connection, await packagePrefix(connection));
  }

  /** All rows of a query. @param soql with the package's own names */
  async query(soql: string): Promise<PackageRow[]> {
    const options = { autoFetch: true, maxFetch: 50_000 };
    const { records } = await this.connection.query<Record<string, unknown>>(prefixed(soql, this.prefix), options);
    return records.map((record) => withoutPrefix(record, this.prefix));
  }

  /** Calls an action of the package that flows can call, too. */
  async invoke(action: string, input: object): Promise<PackageRow> {
    const url = `${this.connection.baseUrl()}/actions/custom/apex/${this.prefix}${action}`;
    const [answer] = await this.connection.requestPost<{ outputValues: PackageRow }[]>(url, { inputs: [input] });
    if (!answer) throw new Error(`The org gave no answer to ${action}.`);
    return answer.outputValues;
  }

  /** Makes bytes the new version of a file. */
  async newVersion(documentId: string, name: string, content: Buffer): Promise<void> {
    const file = { ContentDocumentId: documentId, PathOnClient: name, Title: name };
    await this.connection.sobject('ContentVersion').create({ ...file, VersionData: content.toString('base64') });
  }

  /** The label of an object, which is not the package's. */
  async labelOf(objectName: string): Promise<string> {
    return (await this.connection.describe(objectName)).label;
  }
}
