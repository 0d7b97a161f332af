/** The browser host: the project's Lightning app, served on 127.0.0.1. */
export type { LightningEvent, LightningOrg, LightningRecord, LightningUser } from './host';
export { readRecord } from '../org/record-reader';
export { createLightningServer, prepareLightning, type LightningServer, type LightningServerOptions } from './server';
