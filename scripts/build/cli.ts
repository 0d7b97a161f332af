import path from 'node:path';
import { compileComponents } from './compile-components';
import { writeModulePaths } from './module-paths';
import { copyStaticResources } from './static-resources';

const projectDirectory = path.resolve(__dirname, '../..');
writeModulePaths(projectDirectory);
copyStaticResources(projectDirectory);
const { compiled, current } = compileComponents(projectDirectory);
console.log(`Lightning Web Components: ${compiled} modules compiled, ${current} up to date.`);
