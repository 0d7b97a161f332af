import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Gate } from './gate';

/** What the release depends on in sfdx-project.json, read the way the Salesforce CLI reads it. */
export const projectFile: Gate = {
  name: 'project file',
  purpose: 'sfdx-project.json is valid and says what a release needs.',
  async run(directory) {
    const { SfProject, SfProjectJson } = require('@salesforce/core') as typeof import('@salesforce/core');
    const project = await SfProject.resolve(directory);
    const file = await SfProjectJson.create({ rootFolder: project.getPath(), isGlobal: false });
    await file.schemaValidate();
    const contents = file.getContents();
    return { problems: [...versionProblems(contents), ...directoryProblems(contents.packageDirectories, directory)] };
  }
};

interface ProjectContents {
  sourceApiVersion?: string;
  namespace?: string;
}

function versionProblems({ sourceApiVersion, namespace }: ProjectContents): string[] {
  const problems: string[] = [];
  if (!/^\d+\.0$/.test(sourceApiVersion ?? ''))
    problems.push('sfdx-project.json must state sourceApiVersion, e.g. 67.0.');
  if (namespace !== '') problems.push('sfdx-project.json must leave namespace empty: the release script sets it.');
  return problems;
}

function directoryProblems(
  directories: { path: string; versionNumber?: string }[],
  projectDirectory: string
): string[] {
  return directories.flatMap(({ path: name, versionNumber }) => {
    const exists = existsSync(path.join(projectDirectory, name));
    const isNext = /^\d+\.\d+\.\d+\.NEXT$/.test(versionNumber ?? '');
    return [
      ...(exists ? [] : [`The package directory "${name}" does not exist.`]),
      ...(isNext ? [] : [`The package directory "${name}" must have a versionNumber such as 0.1.0.NEXT.`])
    ];
  });
}
