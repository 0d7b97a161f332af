import type { ToolingOrg } from '../tooling-org';

/** Ids of classes and triggers by name, read once for all the rows of a run. */
export class ApexIds {
  private readonly ids: ReadonlyMap<string, string>;

  constructor({ system }: Pick<ToolingOrg, 'system'>) {
    const entries = (['ApexClass', 'ApexTrigger'] as const).flatMap((object) =>
      system.find(object).map((row) => [`${object} ${String(row['Name'])}`, String(row['Id'])] as const)
    );
    this.ids = new Map(entries);
  }

  /** @throws Error when there is no such class, of which there are tests */
  classId(name: string): string {
    const id = this.of('class', name);
    if (id === null) throw new Error(`There is no Apex class ${name}.`);
    return id;
  }

  /** Null for what the org has no row of. */
  of(kind: 'class' | 'trigger', name: string): string | null {
    return this.ids.get(`${kind === 'trigger' ? 'ApexTrigger' : 'ApexClass'} ${name}`) ?? null;
  }
}
