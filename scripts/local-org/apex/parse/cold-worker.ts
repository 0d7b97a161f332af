/** Body of a parser thread. */
import { parentPort, workerData } from 'node:worker_threads';
import { parseToJson, type ColdSource } from './cold';

parentPort?.postMessage((workerData as ColdSource[]).map(parseToJson));
