import path from 'node:path';
import { compileComponents } from './compile-components';
import { writeModulePaths } from './module-paths';

const projectDirectory = path.resolve(__dirname, '../..');
writeModulePaths(projectDirectory);
const { compiled, current } = compileComponents(projectDirectory);
console.log(`Lightning Web Components: ${compiled} modules compiled, ${current} up to date.`);
