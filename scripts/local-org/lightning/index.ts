/** The browser host: the project's Lightning app, served on 127.0.0.1. */
export type { LightningEvent, LightningOrg } from './host';
export { localServer } from './routes';
export {
  createLightningServer,
  listen,
  prepareLightning,
  type LightningServer,
  type LightningServerOptions
} from './server';
