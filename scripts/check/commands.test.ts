import { apexLs } from './apex-ls';
import { eslint } from './eslint';
import { prettier } from './prettier';
import { sourceFormat } from './source-format';
import { CLASS_METADATA, problemsWith, seededProject } from './testing/seeded-project';
import { componentTypes } from './types';
import { writeModulePaths } from '../build/module-paths';

const CLASS = 'force-app/classes/Thing.cls';

/** The files of one Apex class with this body. */
function apexClass(body: string): Record<string, string> {
  return { [CLASS]: `public class Thing {\n${body}\n}\n`, [`${CLASS}-meta.xml`]: CLASS_METADATA };
}

describe('gates that run a tool', () => {
  it('types: reports a wrong type in a component', async () => {
    const { directory, remove } = seededProject({
      'force-app/lwc/panel/panel.ts':
        "import { LightningElement } from 'lwc';\nexport default class Panel extends LightningElement {\n  size: number = 'big';\n}\n"
    });
    writeModulePaths(directory);
    const finding = await componentTypes.run(directory);
    remove();
    expect(finding).toEqual({
      problems: [expect.stringMatching(/panel\.ts\(3,3\): error TS2322: Type 'string' is not assignable/)]
    });
  });

  it('eslint: reports a broken rule in tooling and in a component', async () => {
    const problems = await problemsWith(eslint, {
      'scripts/tool.ts': 'export let size = 1;\nPromise.resolve();\n',
      'force-app/lwc/panel/panel.ts':
        "import { LightningElement } from 'lwc';\nexport default class Panel extends LightningElement {\n  connectedCallback(): void {\n    document.querySelector('a');\n  }\n}\n"
    });
    expect(problems).toEqual([
      expect.stringMatching(/^force-app\/lwc\/panel\/panel\.ts:4:\d+: .*\(@lwc\/lwc\/no-document-query\)$/),
      expect.stringMatching(/^scripts\/tool\.ts:1:\d+: .*\(prefer-const\)$/),
      expect.stringMatching(/^scripts\/tool\.ts:2:\d+: .*no-floating-promises\)$/)
    ]);
  });

  it('prettier: reports Apex and TypeScript that are not formatted, and Apex that cannot be parsed', async () => {
    const problems = await problemsWith(prettier, {
      ...apexClass('  Integer   x;'),
      'force-app/classes/Broken.cls': 'public class Broken {',
      'scripts/tool.ts': 'export const  size = "1"\n'
    });
    expect(problems).toContain(`${CLASS} is not formatted; run: npm run format`);
    expect(problems).toContain('scripts/tool.ts is not formatted; run: npm run format');
    expect(problems.join('\n')).toContain('Broken.cls');
  });

  it('source format: names the files that a deployment would leave out', async () => {
    const problems = await problemsWith(sourceFormat, {
      [CLASS]: 'public class Thing {\n}\n',
      'force-app/objects/Thing__c/fields/Size.txt': 'not metadata'
    });
    expect(problems).toEqual([
      `${CLASS} would not be deployed: it is no part of a metadata component.`,
      'force-app/objects/Thing__c/fields/Size.txt would not be deployed: it is no part of a metadata component.'
    ]);
  });
});

describe('apex-ls', () => {
  const javaHome = process.env.JAVA_HOME;
  afterEach(() => {
    if (javaHome === undefined) delete process.env.JAVA_HOME;
    else process.env.JAVA_HOME = javaHome;
  });

  it('reports a type that does not exist', async () => {
    const [problem] = await problemsWith(apexLs, apexClass('    Nothing x;'));
    expect(problem).toMatch(
      /^force-app\/classes\/Thing\.cls:2: No type declaration found for 'Nothing'|^apex-ls was not run/
    );
  });

  it('says what is missing where there is no Java', async () => {
    process.env.JAVA_HOME = '/nonexistent';
    const [problem] = await problemsWith(apexLs, apexClass(''));
    expect(problem).toContain('apex-ls was not run: it needs Java 17');
  });
});
