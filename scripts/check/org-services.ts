import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { houses } from '../../config/rooms.json';

const FOLDER = 'scripts/local-org';
const DECLARED_IN = /\/org-services$/;
/** What code calls the services of the org. */
const HOLDER = /(^|[.)])(org|services)$/;

interface Source {
  file: string;
  room: string;
  tree: ts.SourceFile;
}

/**
 * Rooms of the local org that take a service of the org which a room above them gives: the one way round the direction
 * of imports, since services are reached through the running transaction.
 * @returns a sentence for each
 */
export function upwardServices(directory: string): string[] {
  const folder = path.join(directory, FOLDER);
  const sources = existsSync(folder) ? sourcesBelow(folder, directory) : [];
  const givers = giversOf(sources);
  return sources.flatMap(({ file, room, tree }) =>
    servicesTaken(tree)
      .filter(({ name }) => givers.has(name) && !sees(room, givers.get(name)!))
      .map(({ name, line }) => `${file}:${line} takes the service ${name} from ${FOLDER}/${givers.get(name)}, above it`)
  );
}

function sourcesBelow(folder: string, directory: string): Source[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)))
    .filter((file) => !/\.test\.ts$|\/testing(\/|\.ts$)|\/browser\//.test(file))
    .map((file) => {
      const text = readFileSync(path.join(directory, file), 'utf8');
      const room = path.relative(FOLDER, file).split(path.sep)[0];
      return { file, room, tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true) };
    });
}

/** Whether a room may import from another one. */
function sees(room: string, other: string): boolean {
  const levels = houses.find(({ folder }) => folder === FOLDER)?.levels ?? [];
  const level = levels.findIndex((rooms) => rooms.includes(room));
  return room === other || level < 0 || levels.slice(0, level).flat().includes(other);
}

/** The room that gives each service: each says so in a declaration of `OrgServices` of its own. */
function giversOf(sources: readonly Source[]): Map<string, string> {
  const givers = new Map<string, string>();
  for (const { room, tree } of sources) {
    for (const statement of tree.statements) {
      if (!ts.isModuleDeclaration(statement) || !DECLARED_IN.test(statement.name.text)) continue;
      visit(statement, (node) => {
        if (ts.isInterfaceDeclaration(node)) node.members.forEach((member) => givers.set(nameOf(member), room));
      });
    }
  }
  return givers;
}

function nameOf({ name }: ts.TypeElement): string {
  return name && ts.isIdentifier(name) ? name.text : '';
}

/** Everything that is read off an org's services, by name or by destructuring. */
function servicesTaken(tree: ts.SourceFile): { name: string; line: number }[] {
  const taken: { name: string; line: number }[] = [];
  const take = (name: string, node: ts.Node): void => {
    taken.push({ name, line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
  };
  visit(tree, (node) => {
    if (ts.isPropertyAccessExpression(node) && HOLDER.test(node.expression.getText())) take(node.name.text, node);
    if (ts.isObjectBindingPattern(node) && isOfServices(node)) {
      node.elements.forEach((element) => take((element.propertyName ?? element.name).getText(), element));
    }
  });
  return taken;
}

function isOfServices({ parent }: ts.ObjectBindingPattern): boolean {
  if (ts.isParameter(parent)) return parent.type?.getText() === 'OrgServices';
  return ts.isVariableDeclaration(parent) && HOLDER.test(parent.initializer?.getText() ?? '');
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}
