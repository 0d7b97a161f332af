import { apexLs } from './apex-ls';
import { componentRooms } from './component-rooms';
import { components } from './components';
import { eslint } from './eslint';
import type { Gate } from './gate';
import { lock } from './lock';
import { metadata } from './metadata';
import { prettier } from './prettier';
import { projectFile } from './project-file';
import { rooms } from './rooms';
import { sourceFormat } from './source-format';
import { browserTypes, componentTypes, scriptTypes } from './types';

/** Every gate of `npm run lint`, those that take longest first. */
export const gates: readonly Gate[] = [
  prettier,
  scriptTypes,
  eslint,
  apexLs,
  sourceFormat,
  componentTypes,
  browserTypes,
  components,
  rooms,
  componentRooms,
  metadata,
  projectFile,
  lock
];
