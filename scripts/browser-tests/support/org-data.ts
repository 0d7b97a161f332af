import type { RunningApp } from './running-app';

const VERSION = 'v67.0';
/** The most records of one request. */
const MOST = 200;

/** The org's records by its REST API, for what a test cannot do in a page. */
export class OrgData {
  private readonly app: RunningApp;

  constructor(app: RunningApp) {
    this.app = app;
  }

  /** The records that a query finds. */
  async query(soql: string): Promise<Record<string, unknown>[]> {
    const answer = await this.send('GET', `query?${new URLSearchParams({ q: soql })}`);
    return ((await answer.json()) as { records: Record<string, unknown>[] }).records;
  }

  /** The Id of the one record of this name. */
  async idOf(object: string, name: string): Promise<string> {
    const [record] = await this.query(`SELECT Id FROM ${object} WHERE Name = '${name}'`);
    return String(record.Id);
  }

  async create(object: string, values: object): Promise<void> {
    await this.send('POST', `sobjects/${object}`, values);
  }

  async update(object: string, id: string, values: object): Promise<void> {
    await this.send('PATCH', `sobjects/${object}/${id}`, values);
  }

  async remove(object: string, id: string): Promise<void> {
    await this.send('DELETE', `sobjects/${object}/${id}`);
  }

  /** Changes all records that meet a condition. */
  async updateAll(object: string, condition: string, values: object): Promise<void> {
    const found = await this.query(`SELECT Id FROM ${object} WHERE ${condition}`);
    for (let start = 0; start < found.length; start += MOST) {
      const records = found
        .slice(start, start + MOST)
        .map(({ Id }) => ({ attributes: { type: object }, id: Id, ...values }));
      await this.send('PATCH', 'composite/sobjects', { allOrNone: true, records });
    }
  }

  async removeAll(object: string): Promise<void> {
    const found = await this.query(`SELECT Id FROM ${object}`);
    for (let start = 0; start < found.length; start += MOST) {
      const ids = found.slice(start, start + MOST).map(({ Id }) => Id);
      await this.send('DELETE', `composite/sobjects?ids=${ids.join(',')}&allOrNone=true`);
    }
  }

  private async send(method: string, path: string, body?: object): Promise<Response> {
    const answer = await fetch(`${this.app.url}/services/data/${VERSION}/${path}`, {
      method,
      headers: { Authorization: `Bearer ${this.app.accessToken}`, 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body)
    });
    if (!answer.ok) {
      throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    }
    return answer;
  }
}
